function Get-AccountIdentity {
    <#
    .SYNOPSIS
    Returns the SIDs of an account and of all groups it belongs to, nested ones too; nothing if there is none.
    #>
    [CmdletBinding()]
    param(
        # Server and Credential of the directory cmdlets.
        [Parameter(Mandatory = $true)] [hashtable] $Directory,
        [Parameter(Mandatory = $true)] [string] $AccountName
    )

    $user = Get-ADUser @Directory -Filter ("SamAccountName -eq '{0}'" -f $AccountName.Replace("'", "''"))
    if ($null -eq $user) { return }
    # A computed attribute, which the directory gives for a search of just that object.
    $search = @{
        SearchBase  = $user.DistinguishedName
        SearchScope = 'Base'
        LDAPFilter  = '(objectClass=*)'
        Properties  = 'tokenGroups'
    }
    "$($user.SID)"
    foreach ($group in (Get-ADObject @Directory @search).tokenGroups) { "$group" }
    # Everyone and Authenticated Users.
    'S-1-1-0'
    'S-1-5-11'
}
