function Suspend-Member {
    <#
    .SYNOPSIS
    Takes a member out of its cluster's work: Exchange activates no copy there, its node is paused, and
    another node is the Primary Active Manager.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Server,
        # The member that is to have the cluster's own group.
        [Parameter(Mandatory = $true)] [string] $Successor
    )

    Set-MailboxServer -Identity $Server -DatabaseCopyAutoActivationPolicy 'Blocked'
    $own = Get-ClusterNode | Where-Object -FilterScript { $_.Name -eq $Server }
    if ("$($own.State)" -eq 'Up') { $null = Suspend-ClusterNode -Name $Server }
    # Of two that begin at once, the second sees the first here, which the directory may not show yet.
    $away = @(Get-ClusterNode |
            Where-Object -FilterScript { $_.Name -ne $Server -and "$($_.State)" -ne 'Up' } |
            ForEach-Object -Process { '{0} is {1}' -f $_.Name, $_.State })
    if ($away.Count -gt 0) {
        throw ('{0} left the cluster and cannot be missed: {1}. Run Exit-Maintenance here, and this later.' -f
            $Server, ($away -join ', '))
    }

    # The Primary Active Manager is where this group is. By its type: its name is translated.
    $core = Get-ClusterGroup | Where-Object -FilterScript { "$($_.GroupType)" -eq 'Cluster' }
    if ($core.OwnerNode.Name -eq $Server) {
        $null = Move-ClusterGroup -Name $core.Name -Node $Successor
    }
}
