<#
.SYNOPSIS
This server is the first domain controller of the forest, with DNS.
.DESCRIPTION
Safe to run again: a domain controller of the domain is not promoted again; its directory is awaited.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DomainName,
    [Parameter(Mandatory = $true)] [ValidateLength(1, 15)] [string] $NetBiosName,
    [Parameter(Mandatory = $true)] [string] $AdministratorSecretArn,
    [Parameter(Mandatory = $true)] [string] $SafeModeSecretArn,
    [Parameter(Mandatory = $true)] [ValidatePattern('^[C-Z]$')] [string] $DataDrive,
    # Addresses of the other domain controllers, which do not answer before there is a forest.
    [Parameter()] [string[]] $Controllers = @()
)

function Test-Done {
    if (-not (Test-DomainController -DomainName $DomainName)) { return $false }
    Wait-Directory -DomainName $DomainName
    return $true
}

function Set-Administrator {
    # The promotion makes this account, by its SID, the domain's Administrator,
    # with the password that it has now.
    $account = Get-LocalUser | Where-Object -FilterScript { "$($_.SID)" -like 'S-1-5-21-*-500' }
    if ($account.Name -ne 'Administrator') {
        throw (('the built-in administrator is named {0}; ' +
                'other domain controllers are promoted as Administrator. {1}') -f
            $account.Name, 'Rename it, then run this again.')
    }

    $password = Get-SecretSecureString -SecretArn $AdministratorSecretArn -Key 'password'
    Set-LocalUser -Name $account.Name -Password $password -PasswordNeverExpires $true
    if (-not $account.Enabled) { Enable-LocalUser -Name $account.Name }
}

function Set-Done {
    if (Test-PromotionPending) { Request-Restart -Reason 'promoted before, not restarted since' }

    $computer = Get-ComputerSystem
    if ($computer.PartOfDomain) {
        throw ('{0} is a member of {1}; the first domain controller of a forest starts in a workgroup. {2}' -f
            $computer.Name, $computer.Domain, 'Use a new server.')
    }

    foreach ($address in $Controllers) {
        $ldap = @{ ComputerName = $address; Port = 389; InformationLevel = 'Quiet' }
        if (Test-NetConnection @ldap -WarningAction 'SilentlyContinue') {
            throw (('a domain controller answers at {0}, so there is a forest already, and a second {1} ' +
                    'would be a stranger to it. Promote this server into it by hand: see ' +
                    'docs/operations.md, A domain controller; then run this step again.') -f
                $address, $DomainName)
        }
    }

    $paths = Get-DirectoryPath -DataDrive $DataDrive
    Set-Administrator
    $forest = @{
        DomainName                    = $DomainName
        DomainNetbiosName             = $NetBiosName
        DomainMode                    = 'WinThreshold'
        ForestMode                    = 'WinThreshold'
        InstallDns                    = $true
        CreateDnsDelegation           = $false
        SafeModeAdministratorPassword = Get-SecretSecureString -SecretArn $SafeModeSecretArn -Key 'password'
        NoRebootOnCompletion          = $true
        Force                         = $true
    }
    'Makes the forest {0} ({1}) in {2}.' -f $DomainName, $NetBiosName, $paths.DatabasePath
    $result = Install-ADDSForest @forest @paths
    if ("$($result.Status)" -ne 'Success') {
        throw ('the forest {0} was not made: {1}. See C:\Windows\debug\dcpromo.log.' -f
            $DomainName, $result.Message)
    }

    Request-Restart -Reason ('first domain controller of {0}' -f $DomainName)
}
