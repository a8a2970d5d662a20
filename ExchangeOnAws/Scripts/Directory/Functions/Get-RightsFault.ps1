function Get-RightsFault {
    <#
    .SYNOPSIS
    Says which groups an account is missing to install Exchange in this state of the directory.
    .DESCRIPTION
    Groups as of learn.microsoft.com/exchange/plan-and-deploy/prepare-ad-and-domains and
    deploy-new-installations/install-mailbox-role. Where there are servers, setup takes Organization
    Management or Enterprise Admins (its rule GlobalServerInstall).
    #>
    [CmdletBinding()]
    param(
        # Server and Credential of the directory cmdlets.
        [Parameter(Mandatory = $true)] [hashtable] $Directory,
        [Parameter(Mandatory = $true)] [string] $AccountName,
        # The schema is older than this release.
        [Parameter()] [switch] $ExtendsSchema,
        # The organization or domain is older, or has no server yet.
        [Parameter()] [switch] $IsNew
    )

    # The groups are those of the forest's root domain, which any global catalogue has.
    $root = Get-ADRootDSE @Directory
    $catalogue = @{ Server = $Directory.Server; Credential = $Directory.Credential }
    if ($root.rootDomainNamingContext -ne $root.defaultNamingContext) {
        $catalogue.Server = '{0}:3268' -f $Directory.Server
    }

    $domain = Get-ADObject @catalogue -Identity $root.rootDomainNamingContext -Properties 'objectSid'
    $held = @(Get-AccountIdentity -Directory $Directory -AccountName $AccountName)
    $remedy = 'Add it until Exchange is installed on all members.'
    if ($ExtendsSchema -and $held -notcontains ('{0}-518' -f $domain.objectSid)) {
        '{0} is not in Schema Admins, and the schema is to be extended. {1}' -f $AccountName, $remedy
    }

    $isEnterprise = $held -contains ('{0}-519' -f $domain.objectSid)
    if ($isEnterprise) { return }
    if ($ExtendsSchema -or $IsNew) {
        return (('{0} is not in Enterprise Admins, and the directory is to be prepared or gets its first ' +
                'Exchange server. {1}') -f $AccountName, $remedy)
    }

    $search = @{
        SearchBase = $root.rootDomainNamingContext
        LDAPFilter = '(&(objectClass=group)(sAMAccountName=Organization Management))'
        Properties = 'objectSid'
    }
    $group = Get-ADObject @catalogue @search
    if ($null -eq $group -or $held -notcontains "$($group.objectSid)") {
        '{0} is not in Organization Management, which installs servers. {1}' -f $AccountName, $remedy
    }
}
