function Request-Restart {
    <#
    .SYNOPSIS
    Ends Set-Done here; the runner restarts the server and runs the step again.
    .DESCRIPTION
    A running member of a cluster is refused: a setting that changes would restart all members at once. The
    restart is remembered as due first, so that no run takes the step for done before it has happened.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Reason
    )

    Set-RestartDue
    if (Test-ClusterMember) {
        throw (('{0}: this takes a restart of {1}, a running member of the cluster. ' +
                'Put it into maintenance (or pause its node), then run this step again.') -f
            $Reason, (Get-ComputerSystem).Name)
    }

    $script:run.Restart = $Reason
    throw ('restart requested: {0}' -f $Reason)
}
