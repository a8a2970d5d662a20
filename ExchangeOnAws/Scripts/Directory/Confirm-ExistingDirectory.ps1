<#
.SYNOPSIS
The existing domain can take the deployment: reachable, new enough, with site, unit, rights and free names.
.DESCRIPTION
Safe to run again: it looks and changes nothing, on a server that is still in a workgroup as on a member. All
faults are named at once, each with what to do.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DomainName,
    [Parameter(Mandatory = $true)] [string] $NetBiosName,
    # Addresses of domain controllers that are DNS servers and global catalogues.
    [Parameter(Mandatory = $true)] [string[]] $DomainControllers,
    [Parameter(Mandatory = $true)] [string] $SetupSecretArn,
    [Parameter(Mandatory = $true)] [string] $JoinSecretArn,
    [Parameter(Mandatory = $true)] [ValidatePattern('^OU=.+,DC=')] [string] $OrganizationalUnit,
    [Parameter(Mandatory = $true)] [string] $SiteName,
    # The deployment's subnets: 10.0.1.0/24.
    [Parameter(Mandatory = $true)] [string[]] $Networks,
    [Parameter(Mandatory = $true)] [string] $OrganizationName,
    [Parameter(Mandatory = $true)] [int] $SchemaVersion,
    [Parameter(Mandatory = $true)] [int] $OrganizationVersion,
    [Parameter(Mandatory = $true)] [int] $DomainVersion,
    # Members and witness.
    [Parameter(Mandatory = $true)] [string[]] $Servers,
    # Those of them that get Exchange.
    [Parameter(Mandatory = $true)] [string[]] $Members,
    [Parameter(Mandatory = $true)] [string] $DagName,
    # What the owner of the domain publishes: EDGEA1.example.com=10.0.128.10.
    [Parameter()] [ValidatePattern('^[^=]+=[^=]+$')] [string[]] $Records = @()
)

# What the last look found, and the domain controller that it asked.
$seen = @{ Server = '' }

function Get-LookFault {
    # What cannot be asked is a fault, and the others are still named.
    param([Parameter(Mandatory = $true)] [scriptblock] $Look)
    try { & $Look }
    catch { Get-FaultText -Fault $_ }
}

function Get-NetworkFault {
    # Leaves in $seen.Server the first domain controller that answers the directory cmdlets.
    $seen.Server = ''
    foreach ($address in $DomainControllers) {
        $closed = @(Get-ClosedPort -Address $address)
        if ($closed.Count -gt 0) {
            ('domain controller {0} does not answer on TCP {1}. Open them to {2}, and check routes and ' +
                'security groups; 3268 takes a global catalogue.') -f
                $address, ($closed -join ', '), ($Networks -join ', ')
        }

        if ($closed -contains 53) { continue }
        $name = Get-ControllerName -DomainName $DomainName -Address $address
        if ($name -eq '') {
            ('the DNS of {0} names no domain controller of {1} with that address. Correct ' +
                'directory.existing.domainControllerAddresses or the SRV records.') -f $address, $DomainName
        }
        elseif ($seen.Server -eq '' -and $closed -notcontains 9389) { $seen.Server = $name }

        Get-AddressFault -Records $Records -Server $address
    }
}

function Get-Account {
    param([Parameter(Mandatory = $true)] [string] $SecretArn)
    $name = Get-SecretText -SecretArn $SecretArn -Key 'username'
    $user = '{0}@{1}' -f $name, $DomainName
    return @{ Name = $name; Credential = Get-SecretCredential -SecretArn $SecretArn -UserName $user }
}

function Get-LogonFault {
    param([Parameter(Mandatory = $true)] [hashtable] $Account)
    try { $null = Get-ADDomain -Server $seen.Server -Credential $Account.Credential }
    catch {
        '{0} does not log on to {1}: {2} Correct its secret or the account.' -f
            $Account.Name, $seen.Server, (Get-FaultText -Fault $_)
    }
}

function Get-ExchangeFault {
    param([Parameter(Mandatory = $true)] [hashtable] $Directory, [Parameter(Mandatory = $true)] $Account)
    $version = Get-DirectoryVersion @Directory
    $search = @{
        SearchBase = (Get-ADRootDSE @Directory).configurationNamingContext
        LDAPFilter = '(&(objectClass=msExchExchangeServer)(serialNumber=*))'
        Properties = 'serialNumber', 'msExchCurrentServerRoles', 'msExchMDBAvailabilityGroupLink',
            'msExchServerSite'
    }
    $found = @()
    # Attributes that the schema does not have yet cannot be asked for.
    if ($version.Schema -gt 0) { $found = @(Get-ADObject @Directory @search) }
    Get-OrganizationFault -Name $version.OrganizationName -Wanted $OrganizationName -Servers $found
    Get-GroupMemberFault -DagName $DagName -Servers $Servers -Found $found
    if ($Records.Count -gt 0) {
        Get-SiteServerFault -SiteName $SiteName -Servers $Servers -Found $found
    }

    # Of the role bits setup sets Client Access Front End (1) last: before, it still takes the first's rights.
    $ready = @($found | Where-Object -FilterScript {
            ([int] (Get-AttributeText -Object $_ -Name 'msExchCurrentServerRoles') -band 1) -ne 0 })
    $commands = @()
    if ($version.Schema -lt $SchemaVersion) { $commands += '/PrepareSchema' }
    if ($version.OrganizationName -eq '') {
        $commands += '/PrepareAD /OrganizationName:"{0}"' -f $OrganizationName
    }
    elseif ($version.Organization -lt $OrganizationVersion) { $commands += '/PrepareAD' }
    $isBehind = $commands.Count -gt 0 -or $version.Domain -lt $DomainVersion
    # When all have Exchange, the owner of the domain may have taken the rights back.
    $names = @($ready | ForEach-Object -Process { $_.Name })
    $missing = @($Members | Where-Object -FilterScript { $names -notcontains $_ })
    if ($isBehind -or $missing.Count -gt 0) {
        $rights = @{
            AccountName   = $Account.Name
            ExtendsSchema = $version.Schema -lt $SchemaVersion
            IsNew         = $isBehind -or $ready.Count -eq 0
        }
        Get-LookFault -Look { Get-RightsFault -Directory $Directory @rights }
    }

    if ($commands.Count -gt 0) {
        Get-SchemaMasterFault -Directory $Directory -SiteName $SiteName -Commands $commands
    }
}

function Get-DirectoryFault {
    $setup = Get-Account -SecretArn $SetupSecretArn
    $join = Get-Account -SecretArn $JoinSecretArn
    Get-LogonFault -Account $join
    $faults = @(Get-LogonFault -Account $setup)
    if ($faults.Count -gt 0) { return $faults }

    $ask = @{ Server = $seen.Server; Credential = $setup.Credential }
    $name = @{
        Servers            = $Servers
        DagName            = $DagName
        OrganizationalUnit = $OrganizationalUnit
        Networks           = $Networks
    }
    Get-LookFault -Look { Get-DomainFault -Directory $ask -DomainName $DomainName -NetBiosName $NetBiosName }
    Get-LookFault -Look { Get-ControllerFault -Directory $ask -SiteName $SiteName }
    Get-LookFault -Look { Get-SiteFault -Directory $ask -SiteName $SiteName -Networks $Networks }
    $unit = @{ OrganizationalUnit = $OrganizationalUnit; AccountName = $join.Name }
    Get-LookFault -Look { Get-UnitFault -Directory $ask @unit }
    Get-LookFault -Look { Get-ComputerNameFault -Directory $ask @name }
    Get-LookFault -Look { Get-ExchangeFault -Directory $ask -Account $setup }
}

function Get-Fault {
    # A name that was missing is remembered for a while.
    Clear-DnsClientCache
    Get-LookFault -Look { Get-NetworkFault }
    if ($seen.Server -eq '') {
        return ('no domain controller of {0} answers here, so nothing in it was looked at.' -f $DomainName)
    }

    Get-LookFault -Look { Get-DirectoryFault }
}

function Test-Done {
    # What Set-Done has just found is not asked again.
    if (-not $seen.ContainsKey('Faults')) { $seen.Faults = @(Get-Fault) }
    return ($seen.Faults.Count -eq 0)
}

function Set-Done {
    # Routes and DNS of a new network take minutes; what is missing in the domain waits for its owner.
    $wait = @{
        What           = '{0} to be ready for this deployment' -f $DomainName
        TimeoutSeconds = 120
        Hint           = 'Correct each of them, then run this again.'
    }
    Wait-Until @wait -IntervalSeconds 60 -Condition {
        $seen.Faults = @(Get-Fault)
        if ($seen.Faults.Count -eq 0) { return $true }
        return ('faults, {0} in all: {1}' -f $seen.Faults.Count, ($seen.Faults -join ' '))
    }
}
