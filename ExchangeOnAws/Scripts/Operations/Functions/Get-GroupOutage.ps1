function Get-GroupOutage {
    <#
    .SYNOPSIS
    Says why an availability group cannot do without one of its members now: another one is down or in
    maintenance, the witness is away, the other votes are no majority. Returns nothing when it can.
    .DESCRIPTION
    Every node has a vote, and the witness has one where it is the quorum resource
    (learn.microsoft.com/exchange/high-availability/manage-ha/manage-dags, quorum models).
    #>
    [CmdletBinding()]
    param(
        # As Get-AvailabilityGroup returns it.
        [Parameter(Mandatory = $true)] [object] $Group,
        [Parameter(Mandatory = $true)] [string] $Server
    )

    $states = @{}
    foreach ($node in Get-ClusterNode) { $states[$node.Name] = "$($node.State)" }
    $left = 0
    foreach ($member in $Group.Members | Where-Object -FilterScript { $_ -ne $Server }) {
        if ($Group.Stopped -contains $member) {
            '{0} is marked as stopped in {1}' -f $member, $Group.Name
            continue
        }

        $sign = Get-MaintenanceSign -Server $member
        if ($null -ne $sign) {
            '{0} is in maintenance: {1}' -f $member, $sign
            continue
        }

        if ($states[$member] -eq 'Up') { $left++ }
        else { 'the cluster node of {0} is {1}' -f $member, $states[$member] }
        $service = @{ Server = $member; Component = 'ServerWideOffline', 'HubTransport' }
        foreach ($found in Get-OfflineComponent @service) {
            '{0} of {1} is {2} ({3})' -f
                $found.Component, $member, $found.State, ($found.Requesters -join ', ')
        }
    }

    $votes = $states.Count
    $witness = (Get-ClusterQuorum).QuorumResource
    if ($null -ne $witness) {
        $votes++
        if ("$($witness.State)" -ne 'Online') { '{0} is {1}' -f $witness.Name, $witness.State }
        elseif (-not (Test-ServerAnswer -Server $Group.WitnessServer)) {
            'the witness server {0} does not answer' -f $Group.WitnessServer
        }
        else { $left++ }
    }

    if ($left * 2 -le $votes) {
        'without {0}, {1} of the {2} votes of the cluster are left, which is no majority' -f
            $Server, $left, $votes
    }
}
