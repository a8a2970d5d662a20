function Get-DirectoryVersion {
    <#
    .SYNOPSIS
    Returns how far one domain controller knows the directory to be prepared for Exchange:
    Schema, Organization, Domain (0: not at all) and OrganizationName.
    .DESCRIPTION
    The three values that Microsoft names as the signs of a finished preparation:
    learn.microsoft.com/exchange/plan-and-deploy/prepare-ad-and-domains.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Server,
        # Who asks, where this server's own account cannot.
        [Parameter()] [pscredential] $Credential
    )

    $ask = @{ Server = $Server }
    if ($null -ne $Credential) { $ask.Credential = $Credential }
    $root = Get-ADRootDSE @ask
    $rows = @(
        ('Schema', $root.schemaNamingContext, '(cn=ms-Exch-Schema-Version-Pt)', 'rangeUpper'),
        ('Organization', $root.configurationNamingContext,
            '(objectClass=msExchOrganizationContainer)', 'objectVersion'),
        ('Domain', $root.defaultNamingContext, '(cn=Microsoft Exchange System Objects)', 'objectVersion')
    )
    $version = @{ Server = $Server; OrganizationName = '' }
    foreach ($row in $rows) {
        $name, $base, $filter, $property = $row
        $search = @{ SearchBase = $base; LDAPFilter = $filter; Properties = $property }
        $found = @(Get-ADObject @ask @search)
        $version[$name] = 0
        if ($found.Count -eq 0) { continue }
        if ($name -eq 'Organization') { $version.OrganizationName = $found[0].Name }
        # An object that setup has just made has no version yet.
        $value = $found[0].PSObject.Properties[$property]
        if ($null -ne $value -and $null -ne $value.Value) { $version[$name] = [int] "$($value.Value)" }
    }

    return (New-Object -TypeName 'PSObject' -Property $version)
}
