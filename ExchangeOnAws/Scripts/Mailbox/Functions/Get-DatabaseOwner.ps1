function Get-DatabaseOwner {
    <#
    .SYNOPSIS
    Returns the name of the server that owns the mailbox database of this name in the organization,
    or an empty text if there is no such database.
    .DESCRIPTION
    From the directory, as this computer: it works before Exchange does. Every member of a group can have the
    same path for a database, so only the owner tells one from another.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9_-]+$')] [string] $Name,
        [Parameter(Mandatory = $true)] [string] $DomainName
    )

    # No answer must not look like no database.
    $found = @{}
    $wait = @{
        What           = 'the directory of {0}' -f $DomainName
        TimeoutSeconds = 120
        Hint           = 'See the service ADWS on the domain controllers.'
    }
    Wait-Until @wait -Condition {
        $search = @{
            SearchBase = (Get-ADRootDSE -Server $DomainName).configurationNamingContext
            LDAPFilter = '(&(objectClass=msExchPrivateMDB)(cn={0}))' -f $Name
            Properties = 'msExchOwningServer'
        }
        $found.Databases = @(Get-ADObject -Server $DomainName @search)
        return $true
    }

    if ($found.Databases.Count -eq 0) { return '' }
    # CN=EXA1,CN=Servers,...
    $owner = "$($found.Databases[0].msExchOwningServer)" -replace '^CN=([^,]+),.*$', '$1'
    if ($owner -eq '') { return '(unknown)' }
    return $owner
}
