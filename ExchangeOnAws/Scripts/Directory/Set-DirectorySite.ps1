<#
.SYNOPSIS
One site of this name holds the networks.
.DESCRIPTION
Safe to run again: the first site is renamed once, and a network that another site holds is moved.
#>
param(
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9-]{1,63}$')] [string] $SiteName,
    [Parameter(Mandatory = $true)] [ValidatePattern('^\d{1,3}(\.\d{1,3}){3}/\d{1,2}$')] [string[]] $Networks
)

$here = @{ Server = 'localhost' }
$firstSite = 'Default-First-Site-Name'

function Get-Site {
    param([Parameter(Mandatory = $true)] [string] $Name)
    return (Get-ADReplicationSite @here -Filter "Name -eq '$Name'")
}

function Get-Subnet {
    param([Parameter(Mandatory = $true)] [string] $Name)
    return (Get-ADReplicationSubnet @here -Filter "Name -eq '$Name'")
}

function Test-Done {
    $site = Get-Site -Name $SiteName
    if ($null -eq $site) { return $false }
    foreach ($network in $Networks) {
        $subnet = Get-Subnet -Name $network
        if ($null -eq $subnet -or "$($subnet.Site)" -ne $site.DistinguishedName) { return $false }
    }

    return $true
}

function Set-Done {
    if ($null -eq (Get-Site -Name $SiteName)) {
        $first = Get-Site -Name $firstSite
        if ($null -eq $first) {
            throw ('there is neither a site {0} nor {1} to rename. Make the site {0}, then run this again.' -f
                $SiteName, $firstSite)
        }

        Rename-ADObject @here -Identity $first.DistinguishedName -NewName $SiteName
        'Renamed the site {0} to {1}.' -f $firstSite, $SiteName
    }

    $site = Get-Site -Name $SiteName
    foreach ($network in $Networks) {
        $subnet = Get-Subnet -Name $network
        if ($null -eq $subnet) { New-ADReplicationSubnet @here -Name $network -Site $site.DistinguishedName }
        elseif ("$($subnet.Site)" -ne $site.DistinguishedName) {
            Set-ADReplicationSubnet @here -Identity $network -Site $site.DistinguishedName
        }
    }
}
