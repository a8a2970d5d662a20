<#
.SYNOPSIS
This domain controller is healthy: services, shares, DNS record, replication with its partners.
.DESCRIPTION
Safe to run again: it looks, and waits for what is not there yet. All it does is
ask for the replication links now.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DomainName,
    [Parameter()] [string[]] $Partners = @()
)

function Get-ServiceFault {
    foreach ($name in 'NTDS', 'DNS', 'Netlogon', 'Kdc', 'ADWS') {
        $service = Get-Service -Name $name -ErrorAction SilentlyContinue
        if ($null -eq $service) { 'there is no service {0}' -f $name }
        elseif ("$($service.Status)" -ne 'Running') { 'service {0} is {1}' -f $name, $service.Status }
    }
}

function Get-ShareFault {
    foreach ($name in 'SYSVOL', 'NETLOGON') {
        $share = Get-SmbShare -Name $name -ErrorAction SilentlyContinue
        if ($null -eq $share) { '{0} is not shared' -f $name }
    }
}

function Get-RecordFault {
    param([Parameter(Mandatory = $true)] [string] $HostName)
    $name = '_ldap._tcp.dc._msdcs.{0}' -f $DomainName
    $query = @{ Name = $name; Type = 'SRV'; Server = '127.0.0.1'; DnsOnly = $true }
    $found = @(Resolve-DnsName @query -ErrorAction SilentlyContinue |
            Where-Object -FilterScript { "$($_.Type)" -eq 'SRV' } | ForEach-Object -Process { $_.NameTarget })
    if ($found -notcontains $HostName) { 'the record {0} does not name {1}' -f $name, $HostName }
}

function Get-ReplicationFault {
    param([Parameter(Mandatory = $true)] [string] $HostName)
    if ($Partners.Count -eq 0) { return }

    # The web services run for a while before they answer.
    Wait-Directory -DomainName $DomainName
    $links = @(Get-ADReplicationPartnerMetadata -Target $HostName -Partition '*')
    foreach ($partner in $Partners) {
        $server = $partner.Split('.')[0]
        $own = @($links |
                Where-Object -FilterScript { "$($_.Partner)" -like ('CN=NTDS Settings,CN={0},*' -f $server) })
        if ($own.Count -eq 0) { 'nothing is replicated from {0} yet' -f $server }
        foreach ($link in $own | Where-Object -FilterScript { $_.LastReplicationResult -ne 0 }) {
            'replication of {0} from {1} failed {2} times, last with {3}' -f
                $link.Partition, $server, $link.ConsecutiveReplicationFailures, $link.LastReplicationResult
        }
    }
}

function Get-Fault {
    # What a stopped service breaks says nothing more.
    $faults = @(Get-ServiceFault)
    if ($faults.Count -gt 0) { return $faults }

    $hostName = '{0}.{1}' -f (Get-ComputerSystem).Name, $DomainName
    Get-ShareFault
    Get-RecordFault -HostName $hostName
    Get-ReplicationFault -HostName $hostName
}

function Test-Done {
    return (@(Get-Fault).Count -eq 0)
}

function Set-Done {
    # The topology generator runs five minutes after the start and then every quarter of an hour.
    try { $null = Invoke-Native -Name 'repadmin.exe' -ArgumentList '/kcc' }
    catch { 'The topology generator was not asked: {0}' -f $_.Exception.Message }

    $wait = @{
        What           = 'the health of this domain controller of {0}' -f $DomainName
        TimeoutSeconds = 2700
        Hint           = 'See dcdiag, repadmin /showrepl and the event log Directory Service.'
    }
    Wait-Until @wait -IntervalSeconds 30 -Condition {
        $faults = @(Get-Fault)
        if ($faults.Count -eq 0) { return $true }
        return ($faults -join '; ')
    }
}
