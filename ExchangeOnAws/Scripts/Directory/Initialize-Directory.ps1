<#
.SYNOPSIS
The directory is prepared for this release of Exchange, on every domain controller of the domain.
.DESCRIPTION
Safe to run again: only what no domain controller has yet is prepared, and a newer directory is left as it is.
Each run of setup is a new logon of the setup account, so its group memberships are in force.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DomainName,
    [Parameter(Mandatory = $true)] [string] $SetupSecretArn,
    [Parameter(Mandatory = $true)]
    [ValidatePattern('^[A-Za-z0-9-]([A-Za-z0-9 -]{0,62}[A-Za-z0-9-])?$')]
    [string] $OrganizationName,
    [Parameter(Mandatory = $true)] [int] $SchemaVersion,
    [Parameter(Mandatory = $true)] [int] $OrganizationVersion,
    [Parameter(Mandatory = $true)] [int] $DomainVersion,
    # The license above all: /IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF.
    [Parameter(Mandatory = $true)] [ValidatePattern('^[^"%&|<>^]+$')] [string] $SetupSwitches
)

function Read-Version {
    Get-ADDomainController -Server $DomainName -Filter '*' |
        ForEach-Object -Process { Get-DirectoryVersion -Server $_.HostName }
}

function Get-Version {
    # Of every domain controller: no answer must not look like a directory without Exchange.
    $found = @{}
    $wait = @{
        What           = 'the domain controllers of {0}' -f $DomainName
        TimeoutSeconds = 120
        Hint           = 'See Get-ADDomainController -Filter * and the service ADWS on each of them.'
    }
    Wait-Until @wait -Condition {
        $found.Versions = @(Read-Version)
        return $true
    }

    foreach ($version in $found.Versions) {
        if ($version.OrganizationName -notin '', $OrganizationName) {
            throw (('the Exchange organization of {0} is named {1}; {2} is wanted, and an organization ' +
                    'cannot be renamed. Set mailbox.organizationName to {1}.') -f
                $DomainName, $version.OrganizationName, $OrganizationName)
        }
    }

    return $found.Versions
}

function Test-Done {
    $behind = @(Get-Version | Where-Object -FilterScript {
            $_.Schema -lt $SchemaVersion -or $_.Organization -lt $OrganizationVersion -or
            $_.Domain -lt $DomainVersion })
    return ($behind.Count -eq 0)
}

function Complete-Stage {
    # One of setup's preparations, unless a domain controller has it; then its replication.
    param(
        [Parameter(Mandatory = $true)] [string] $Name,
        [Parameter(Mandatory = $true)] [string] $Property,
        [Parameter(Mandatory = $true)] [int] $Wanted,
        [Parameter(Mandatory = $true)] [int] $TimeoutSeconds
    )
    $versions = @(Get-Version)
    $reached = @($versions | Where-Object -FilterScript { $_.$Property -ge $Wanted })
    if ($reached.Count -eq 0) {
        $arguments = '/{0}' -f $Name
        # The name is for a new organization only.
        if ($Name -eq 'PrepareAD' -and $versions[0].OrganizationName -eq '') {
            $arguments = '{0} /OrganizationName:"{1}"' -f $arguments, $OrganizationName
        }

        $setup = @{
            Name           = $Name
            DomainName     = $DomainName
            SetupSecretArn = $SetupSecretArn
            Arguments      = '{0} {1}' -f $arguments, $SetupSwitches
            TimeoutSeconds = $TimeoutSeconds
        }
        Invoke-ExchangeSetup @setup -Advice {
            'The account needs the groups of this stage: see Set-SetupRights.'
        }
    }

    $what = '{0} version {1} on every domain controller of {2}' -f $Property, $Wanted, $DomainName
    $hint = 'See repadmin /showrepl and C:\ExchangeSetupLogs\ExchangeSetup.log.'
    Wait-Until -What $what -TimeoutSeconds 300 -IntervalSeconds 30 -Hint $hint -Condition {
        $behind = @(Read-Version | Where-Object -FilterScript { $_.$Property -lt $Wanted })
        if ($behind.Count -eq 0) { return $true }
        return (@($behind | ForEach-Object -Process { '{0} has {1}' -f $_.Server, $_.$Property }) -join ', ')
    }
}

function Set-Done {
    # With all waits for domain controllers 95 minutes at most; Microsoft expects 10 to 15.
    Request-PendingRestart
    $null = Wait-ExchangeSetup -TimeoutSeconds 900
    Complete-Stage -Name 'PrepareSchema' -Property 'Schema' -Wanted $SchemaVersion -TimeoutSeconds 1200
    $organization = @{ Property = 'Organization'; Wanted = $OrganizationVersion; TimeoutSeconds = 1500 }
    Complete-Stage -Name 'PrepareAD' @organization
    # PrepareAD has prepared its own domain already.
    Complete-Stage -Name 'PrepareAllDomains' -Property 'Domain' -Wanted $DomainVersion -TimeoutSeconds 600
}
