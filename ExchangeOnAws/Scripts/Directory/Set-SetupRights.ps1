<#
.SYNOPSIS
The setup account has the rights that the coming stage of the Exchange installation needs, and no more.
.DESCRIPTION
Safe to run again: only the setup account's own memberships are changed, and only those that differ. Which
stage needs which groups: learn.microsoft.com/exchange/plan-and-deploy/prepare-ad-and-domains and
deploy-new-installations/install-mailbox-role.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DomainName,
    [Parameter(Mandatory = $true)] [string] $SetupSecretArn,
    [Parameter(Mandatory = $true)] [ValidateSet('Preparation', 'FirstMember', 'Members', 'Recovery')]
    [string] $Stage,
    [Parameter(Mandatory = $true)] [int] $SchemaVersion,
    [Parameter(Mandatory = $true)] [int] $OrganizationVersion,
    [Parameter(Mandatory = $true)] [int] $DomainVersion
)

$here = @{ Server = 'localhost' }
$management = 'Organization Management'

function Test-FirstServer {
    # Of the role bits, Client Access Front End (1) is the one that setup sets last: a server whose first
    # installation broke off still needs the rights of the first.
    $search = @{
        SearchBase = (Get-ADRootDSE @here).configurationNamingContext
        LDAPFilter = '(&(objectClass=msExchExchangeServer)' +
            '(msExchCurrentServerRoles:1.2.840.113556.1.4.803:=1))'
    }
    return (@(Get-ADObject @here @search).Count -eq 0)
}

function Get-Right {
    # Groups, with whether the account is to be in them. By SID where it is known: names are translated.
    $domain = Get-ADDomain @here
    $root = (Get-ADForest @here).RootDomain
    if ($root -ne $domain.DNSRoot) {
        throw (('{0} is not the root domain of its forest, {1} is; the groups of Exchange are there. ' +
                'Run this on a domain controller of {1}.') -f $domain.DNSRoot, $root)
    }

    $schema = '{0}-518' -f $domain.DomainSID
    $enterprise = '{0}-519' -f $domain.DomainSID
    $administrators = '{0}-512' -f $domain.DomainSID
    switch ($Stage) {
        'Preparation' {
            $version = Get-DirectoryVersion @here
            if ($version.Schema -ge $SchemaVersion -and $version.Domain -ge $DomainVersion -and
                $version.Organization -ge $OrganizationVersion) { return @{} }
            return @{ $schema = $true; $enterprise = $true }
        }
        'FirstMember' {
            return @{ $management = $true; $schema = $false; $enterprise = (Test-FirstServer) }
        }
        # learn.microsoft.com/exchange/high-availability/disaster-recovery/recover-exchange-servers.
        'Recovery' { return @{ $management = $true; $schema = $false; $administrators = $true } }
        'Members' {
            return @{
                $management     = $true
                $schema         = $false
                $enterprise     = $false
                $administrators = $false
            }
        }
        default { throw ('{0} is no stage: Preparation, FirstMember, Members, Recovery.' -f $Stage) }
    }
}

function Test-Management {
    # The only one of the groups that Windows does not bring along.
    param([Parameter(Mandatory = $true)] [string] $Server)
    return ($null -ne (Get-ADGroup -Server $Server -Filter "SamAccountName -eq '$management'"))
}

function Test-Member {
    param(
        [Parameter(Mandatory = $true)] [string] $Group,
        [Parameter(Mandatory = $true)] [string] $Server,
        [Parameter(Mandatory = $true)] [string] $Account
    )
    if ($Group -eq $management -and -not (Test-Management -Server $Server)) { return $false }
    $members = @(Get-ADGroupMember -Server $Server -Identity $Group |
            ForEach-Object -Process { $_.SamAccountName })
    return ($members -contains $Account)
}

function Get-Fault {
    param([Parameter(Mandatory = $true)] [string] $Account)
    # Any domain controller may be the one that the account logs on with.
    $rights = Get-Right
    $servers = @(Get-ADDomainController @here -Filter '*' | ForEach-Object -Process { $_.HostName })
    foreach ($server in $servers) {
        foreach ($group in @($rights.Keys | Sort-Object)) {
            if ((Test-Member -Group $group -Server $server -Account $Account) -ne $rights[$group]) {
                'the membership in {0} is not right on {1}' -f $group, $server
            }
        }
    }
}

function Test-Done {
    Wait-Directory -DomainName $DomainName
    $account = Get-SecretText -SecretArn $SetupSecretArn -Key 'username'
    $found = @{}
    $hint = 'See the service ADWS on each of them.'
    Wait-Until -What 'an answer of every domain controller' -TimeoutSeconds 300 -Hint $hint -Condition {
        $found.Faults = @(Get-Fault -Account $account)
        return $true
    }

    return ($found.Faults.Count -eq 0)
}

function Set-Done {
    $rights = Get-Right
    if ($rights.ContainsKey($management)) {
        $hint = 'Setup.exe /PrepareAD makes it: see Initialize-Directory and repadmin /showrepl.'
        Wait-Until -What ('the group {0}' -f $management) -TimeoutSeconds 1200 -Hint $hint -Condition {
            if (Test-Management @here) { return $true }
            return 'there is none'
        }
    }

    $account = Get-SecretText -SecretArn $SetupSecretArn -Key 'username'
    foreach ($group in @($rights.Keys | Sort-Object)) {
        if ((Test-Member @here -Group $group -Account $account) -eq $rights[$group]) { continue }
        if ($rights[$group]) { Add-ADGroupMember @here -Identity $group -Members $account }
        else { Remove-ADGroupMember @here -Identity $group -Members $account -Confirm:$false }
        '{0}: member of {1} is now {2}.' -f $account, $group, $rights[$group]
    }

    $what = 'the memberships on every domain controller'
    $wait = @{ What = $what; TimeoutSeconds = 1200; IntervalSeconds = 30; Hint = 'See repadmin /showrepl.' }
    Wait-Until @wait -Condition {
        $faults = @(Get-Fault -Account $account)
        if ($faults.Count -eq 0) { return $true }
        return ($faults -join '; ')
    }
}
