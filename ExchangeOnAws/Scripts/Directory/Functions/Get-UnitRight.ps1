function Get-UnitRight {
    <#
    .SYNOPSIS
    Returns the entries that an account has of its own in a unit's access list, in the form of Get-JoinRight.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $OrganizationalUnit,
        [Parameter(Mandatory = $true)] [string] $AccountName
    )

    $filter = "DistinguishedName -eq '{0}'" -f $OrganizationalUnit.Replace("'", "''")
    $unit = Get-ADOrganizationalUnit -Server 'localhost' -Filter $filter -Properties 'nTSecurityDescriptor'
    $identity = '{0}\{1}' -f (Get-ADDomain -Server 'localhost').NetBIOSName, $AccountName
    foreach ($rule in $unit.nTSecurityDescriptor.Access) {
        if ("$($rule.IdentityReference)" -eq $identity -and -not $rule.IsInherited) {
            $entry = $rule.ActiveDirectoryRights, $rule.ObjectType, $rule.InheritedObjectType -join '|'
            if ("$($rule.AccessControlType)" -eq 'Allow') { $entry } else { 'deny {0}' -f $entry }
        }
    }
}
