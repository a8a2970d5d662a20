<#
.SYNOPSIS
This server is a further domain controller of the domain, with DNS and global catalog, in its site.
.DESCRIPTION
Safe to run again: a domain controller of the domain is not promoted again; its directory is awaited. An
object that an interrupted promotion left in the directory is taken over.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DomainName,
    [Parameter(Mandatory = $true)] [string] $SiteName,
    [Parameter(Mandatory = $true)] [string] $AdministratorSecretArn,
    [Parameter(Mandatory = $true)] [string] $SafeModeSecretArn,
    [Parameter(Mandatory = $true)] [ValidatePattern('^[C-Z]$')] [string] $DataDrive
)

function Test-Done {
    if (-not (Test-DomainController -DomainName $DomainName)) { return $false }
    Wait-Directory -DomainName $DomainName
    return $true
}

function Set-Done {
    if (Test-PromotionPending) { Request-Restart -Reason 'promoted before, not restarted since' }

    $paths = Get-DirectoryPath -DataDrive $DataDrive
    Wait-DomainLocator -DomainName $DomainName

    # The domain's first account has the password of the first domain controller's local Administrator.
    $user = 'Administrator@{0}' -f $DomainName
    $credential = Get-SecretCredential -SecretArn $AdministratorSecretArn -UserName $user
    $promotion = @{
        DomainName                     = $DomainName
        SiteName                       = $SiteName
        Credential                     = $credential
        InstallDns                     = $true
        NoGlobalCatalog                = $false
        CreateDnsDelegation            = $false
        AllowDomainControllerReinstall = $true
        SafeModeAdministratorPassword  = Get-SecretSecureString -SecretArn $SafeModeSecretArn -Key 'password'
        NoRebootOnCompletion           = $true
        Force                          = $true
    }
    'Becomes a domain controller of {0} in site {1}, as {2}.' -f $DomainName, $SiteName, $user
    $result = Install-ADDSDomainController @promotion @paths
    if ("$($result.Status)" -ne 'Success') {
        throw (('this server did not become a domain controller of {0}: {1}. ' +
                'See C:\Windows\debug\dcpromo.log.') -f
            $DomainName, $result.Message)
    }

    Request-Restart -Reason ('domain controller of {0}' -f $DomainName)
}
