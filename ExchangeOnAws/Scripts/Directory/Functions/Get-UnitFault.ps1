function Get-UnitFault {
    <#
    .SYNOPSIS
    Says whether an organizational unit is missing, or an account may not make computer objects in it.
    #>
    [CmdletBinding()]
    param(
        # Server and Credential of the directory cmdlets.
        [Parameter(Mandatory = $true)] [hashtable] $Directory,
        [Parameter(Mandatory = $true)] [string] $OrganizationalUnit,
        [Parameter(Mandatory = $true)] [string] $AccountName
    )

    $filter = "DistinguishedName -eq '{0}'" -f $OrganizationalUnit.Replace("'", "''")
    $unit = Get-ADOrganizationalUnit @Directory -Filter $filter -Properties 'nTSecurityDescriptor'
    if ($null -eq $unit) {
        return ('there is no {0}. Make it, or set directory.organizationalUnit to one that there is.' -f
            $OrganizationalUnit)
    }

    $identities = @(Get-AccountIdentity -Directory $Directory -AccountName $AccountName)
    # That it does not log on is said already.
    if ($identities.Count -eq 0) { return }
    if (-not (Test-CreateRight -Sddl $unit.nTSecurityDescriptor.Sddl -Identities $identities)) {
        ('{0} may not make computer objects in {1}, so no server can join. Run on a domain controller: ' +
            'dsacls "{1}" /G "{0}:CCDC;computer", with the other rights to join a computer.') -f
            $AccountName, $OrganizationalUnit
    }
}
