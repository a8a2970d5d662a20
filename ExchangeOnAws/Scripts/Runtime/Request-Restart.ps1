function Request-Restart {
    <#
    .SYNOPSIS
    Ends Set-Done here; the runner restarts the server and runs the step again.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Reason
    )

    $script:run.Restart = $Reason
    throw ('restart requested: {0}' -f $Reason)
}
