function Get-MaintenanceState {
    <#
    .SYNOPSIS
    Returns what maintenance changes on an Exchange server, as it is now: the components that it has out of
    service, activation policy, MoveNow, and the state of the cluster node.
    #>
    [CmdletBinding()]
    param(
        # As Get-ExchangePlace returns it.
        [Parameter(Mandatory = $true)] [hashtable] $Place
    )

    # Each requester has a say of its own; what others have out of service is none of maintenance's business.
    $offline = @(Get-OfflineComponent -Server $Place.Name -Component 'ServerWideOffline', $Place.Transport |
            Where-Object -FilterScript { $_.Requesters -contains 'Maintenance' } |
            ForEach-Object -Process { $_.Component })
    # Text, since Windows PowerShell 5.1 can make an object of an array in JSON.
    $state = @{ Offline = ($offline -join ','); Policy = ''; MoveNow = $false; Node = '' }
    if ($null -ne $Place.Group) {
        $server = Get-MailboxServer -Identity $Place.Name
        $node = Get-ClusterNode | Where-Object -FilterScript { $_.Name -eq $Place.Name }
        $state.Policy = "$($server.DatabaseCopyAutoActivationPolicy)"
        $state.MoveNow = [bool] $server.DatabaseCopyActivationDisabledAndMoveNow
        $state.Node = "$($node.State)"
    }

    return $state
}
