function Get-QuorumFault {
    <#
    .SYNOPSIS
    Says what is wrong with the cluster under an availability group: nodes that are not up, a quorum
    model that is not that of the number of members. Returns nothing when all is right.
    .DESCRIPTION
    An even number of members needs the vote of the witness, an odd number is a majority by itself
    (learn.microsoft.com/exchange/high-availability/manage-ha/manage-dags, quorum models).
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string[]] $Members
    )

    # Without an administrative access point the cluster has no name to ask by; this node answers.
    $states = @{}
    foreach ($node in Get-ClusterNode) { $states[$node.Name] = "$($node.State)" }
    foreach ($member in $Members) {
        if (-not $states.ContainsKey($member)) { '{0} is no node of the cluster' -f $member }
        elseif ($states[$member] -ne 'Up') { 'cluster node {0} is {1}' -f $member, $states[$member] }
    }

    $resource = (Get-ClusterQuorum).QuorumResource
    $isWitness = $null -ne $resource -and "$($resource.ResourceType)" -eq 'File Share Witness'
    if ($Members.Count % 2 -eq 1) {
        if ($null -ne $resource) {
            '{0} members have the quorum resource {1} and need none' -f $Members.Count, $resource.Name
        }
    }
    elseif (-not $isWitness) { '{0} members have no file share witness' -f $Members.Count }
    elseif ("$($resource.State)" -ne 'Online') { '{0} is {1}' -f $resource.Name, $resource.State }
}
