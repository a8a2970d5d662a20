function Get-MaintenanceSign {
    <#
    .SYNOPSIS
    Says why a member of an availability group is not to take databases: the sign that an operator has it in
    maintenance. Returns nothing when there is none.
    .DESCRIPTION
    The signs are those of learn.microsoft.com/exchange/high-availability/manage-ha/manage-dags, performing
    maintenance on DAG members.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Server
    )

    $found = Get-MailboxServer -Identity $Server
    if ("$($found.DatabaseCopyAutoActivationPolicy)" -eq 'Blocked') {
        return 'its DatabaseCopyAutoActivationPolicy is Blocked'
    }

    if ($found.DatabaseCopyActivationDisabledAndMoveNow) {
        return 'its DatabaseCopyActivationDisabledAndMoveNow is True'
    }

    $node = Get-ClusterNode | Where-Object -FilterScript { $_.Name -eq $Server }
    # A node that is down or joining is waited for.
    if ($null -ne $node -and "$($node.State)" -eq 'Paused') { return 'its cluster node is Paused' }
}
