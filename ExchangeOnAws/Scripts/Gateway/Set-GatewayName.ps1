<#
.SYNOPSIS
The gateway host is named after its instance, so that a replaced host never meets the name of its predecessor.
.DESCRIPTION
Safe to run again: a host that has its name keeps it.
#>
param(
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z][A-Za-z0-9-]{0,5}$')] [string] $NamePrefix
)

function Get-GatewayName {
    $id = Get-InstanceMetadata -Item 'instance-id'
    # NetBIOS takes 15 characters: 6 for the prefix, a hyphen, 8 of the instance id.
    return ('{0}-{1}' -f $NamePrefix, $id.Substring($id.Length - 8))
}

function Test-Done {
    return ((Get-ComputerSystem).Name -eq (Get-GatewayName))
}

function Set-Done {
    $name = Get-GatewayName
    $computer = Get-ComputerSystem
    if ($computer.PartOfDomain) {
        throw (('{0} is a member of {1} and keeps its name; {2} is expected. ' +
                'End it: a new one takes its place.') -f
            $computer.Name, $computer.Domain, $name)
    }

    Rename-Computer -NewName $name -Force
    Request-Restart -Reason ('computer name {0}' -f $name)
}
