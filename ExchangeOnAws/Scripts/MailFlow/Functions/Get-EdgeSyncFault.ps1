function Get-EdgeSyncFault {
    <#
    .SYNOPSIS
    Says which Edge Transport servers are not subscribed, or do not have what EdgeSync brings them.
    #>
    [CmdletBinding()]
    param(
        # Names with or without their domain.
        [Parameter(Mandatory = $true)] [string[]] $Servers
    )

    # Comparing all recipients takes long; that they are brought shows in the same status.
    $results = @(Test-EdgeSynchronization -ExcludeRecipientTest)
    foreach ($server in $Servers) {
        $own = @($results | Where-Object -FilterScript { Test-SameServer -Name "$($_.Name)" -Other $server })
        if ($own.Count -eq 0) { '{0} is not subscribed' -f $server }
        elseif ("$($own[0].SyncStatus)" -ne 'Normal') {
            ('{0}: EdgeSync is {1} {2}' -f $server, $own[0].SyncStatus, $own[0].FailureDetail).Trim()
        }
    }
}
