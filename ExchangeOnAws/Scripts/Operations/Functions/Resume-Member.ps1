function Resume-Member {
    <#
    .SYNOPSIS
    Brings a member back to its cluster's work: its node is up, and Exchange activates copies there as before.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Server,
        # Policy, MoveNow and Node, as Get-MaintenanceState returned them before.
        [Parameter(Mandatory = $true)] [object] $Before
    )

    $wait = @{
        What           = 'the cluster node of {0}' -f $Server
        TimeoutSeconds = 600
        Hint           = 'See the service ClusSvc and the event log FailoverClustering.'
    }
    # After a restart it joins first.
    Wait-Until @wait -Condition {
        $node = Get-ClusterNode | Where-Object -FilterScript { $_.Name -eq $Server }
        if ("$($node.State)" -eq 'Up') { return $true }
        if ("$($node.State)" -eq 'Paused') {
            if ($Before.Node -eq 'Paused') { return $true }
            $null = Resume-ClusterNode -Name $Server
        }

        return ('it was {0}' -f $node.State)
    }

    $activation = @{
        DatabaseCopyAutoActivationPolicy         = 'Unrestricted'
        DatabaseCopyActivationDisabledAndMoveNow = [bool] $Before.MoveNow
    }
    if ($Before.Policy -ne '') { $activation.DatabaseCopyAutoActivationPolicy = $Before.Policy }
    Set-MailboxServer -Identity $Server @activation
}
