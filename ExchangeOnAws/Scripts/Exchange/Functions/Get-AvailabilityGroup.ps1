function Get-AvailabilityGroup {
    <#
    .SYNOPSIS
    Returns a database availability group as text, or nothing if there is none of that name;
    without a name, all there are.
    .DESCRIPTION
    Exchange's own types compare with text only by chance. Members are listed by name, stopped members without
    their domain.
    #>
    [CmdletBinding()]
    param(
        [Parameter()] [string] $DagName = '',
        [Parameter()] [string] $DomainController = ''
    )

    $from = @{}
    if ($DomainController -ne '') { $from.DomainController = $DomainController }
    foreach ($group in Get-DatabaseAvailabilityGroup @from) {
        if ($DagName -ne '' -and $group.Name -ne $DagName) { continue }
        [pscustomobject] @{
            Name             = $group.Name
            Members          = @(foreach ($server in $group.Servers) { $server.Name })
            Stopped          = @(foreach ($server in $group.StoppedMailboxServers) {
                    "$server".Split('.')[0]
                })
            WitnessServer    = "$($group.WitnessServer)"
            WitnessDirectory = "$($group.WitnessDirectory)"
            FileSystem       = "$($group.FileSystem)"
            Addresses        = @(foreach ($address in $group.DatabaseAvailabilityGroupIpv4Addresses) {
                    "$address"
                })
            ActivationMode   = "$($group.DatacenterActivationMode)"
        }
    }
}
