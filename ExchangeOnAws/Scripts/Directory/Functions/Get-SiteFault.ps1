function Get-SiteFault {
    <#
    .SYNOPSIS
    Says whether a site is missing, and which networks do not belong to it by the most exact subnet.
    #>
    [CmdletBinding()]
    param(
        # Server and Credential of the directory cmdlets.
        [Parameter(Mandatory = $true)] [hashtable] $Directory,
        [Parameter(Mandatory = $true)] [string] $SiteName,
        # In the form 10.0.1.0/24.
        [Parameter(Mandatory = $true)] [string[]] $Networks
    )

    $filter = "Name -eq '{0}'" -f $SiteName.Replace("'", "''")
    $site = Get-ADReplicationSite @Directory -Filter $filter
    if ($null -eq $site) {
        return ('there is no site {0}. Set directory.siteName to one that there is, or make it.' -f $SiteName)
    }

    $subnets = @(Get-ADReplicationSubnet @Directory -Filter '*')
    foreach ($network in $Networks) {
        $nearest = $null
        foreach ($subnet in $subnets) {
            if (-not (Test-InNetwork -Address $network -Network $subnet.Name)) { continue }
            $length = [int] $subnet.Name.Split('/')[1]
            if ($null -eq $nearest -or $length -gt [int] $nearest.Name.Split('/')[1]) { $nearest = $subnet }
        }

        $remedy = 'Run: New-ADReplicationSubnet -Name {0} -Site "{1}"' -f $network, $SiteName
        if ($null -eq $nearest) { '{0} belongs to no site. {1}.' -f $network, $remedy }
        elseif ("$($nearest.Site)" -ne $site.DistinguishedName) {
            $owner = "$($nearest.Site)".Split(',')[0] -replace '^CN=', ''
            '{0} belongs by subnet {1} to site {2}, not to {3}. {4}, or correct that subnet.' -f
                $network, $nearest.Name, $owner, $SiteName, $remedy
        }
    }
}
