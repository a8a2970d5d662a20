<#
.SYNOPSIS
DNS forwards to one resolver only, has reverse zones for the networks, and removes records that nobody renews.
.DESCRIPTION
Safe to run again: zones that exist are kept. Only the PDC emulator makes zones; the others wait until it has
replicated them, because two domain controllers that make the same zone make a conflict.
#>
param(
    [Parameter(Mandatory = $true)] [ValidatePattern('^\d{1,3}(\.\d{1,3}){3}$')] [string] $Forwarder,
    [Parameter(Mandatory = $true)]
    [ValidatePattern('^\d{1,3}(\.\d{1,3}){3}/\d{1,2}$')]
    [string[]] $ReverseNetworks
)

function Get-ReverseNetwork {
    # in-addr.arpa divides at octets: the smallest of /8, /16, /24 that holds the whole network.
    $networks = foreach ($network in $ReverseNetworks) {
        $address, $length = $network.Split('/')
        $octets = $address.Split('.')
        if ([int] $length -lt 8) {
            throw ('{0} is larger than a /8, which no reverse zone covers.' -f $network)
        }
        if ([int] $length -lt 16) { '{0}.0.0.0/8' -f $octets[0] }
        elseif ([int] $length -lt 24) { '{0}.{1}.0.0/16' -f $octets[0], $octets[1] }
        else { '{0}.{1}.{2}.0/24' -f $octets[0], $octets[1], $octets[2] }
    }

    return @($networks | Sort-Object -Unique)
}

function Get-ZoneName {
    param([Parameter(Mandatory = $true)] [string] $Network)
    $address, $length = $Network.Split('/')
    $octets = $address.Split('.')
    switch ($length) {
        '8' { return ('{0}.in-addr.arpa' -f $octets[0]) }
        '16' { return ('{1}.{0}.in-addr.arpa' -f $octets[0], $octets[1]) }
        '24' { return ('{2}.{1}.{0}.in-addr.arpa' -f $octets[0], $octets[1], $octets[2]) }
        default { throw ('{0} is not at an octet.' -f $Network) }
    }
}

function Get-DirectoryZone {
    # Zones that DNS makes by itself (0.in-addr.arpa, TrustAnchors) and forwarders hold nothing to scavenge.
    return @(Get-DnsServerZone -ErrorAction SilentlyContinue | Where-Object -FilterScript {
            "$($_.ZoneType)" -eq 'Primary' -and $_.IsDsIntegrated -and -not $_.IsAutoCreated -and
            $_.ZoneName -ne 'TrustAnchors' })
}

function Get-MissingNetwork {
    $present = @(Get-DirectoryZone | ForEach-Object -Process { $_.ZoneName })
    return @(Get-ReverseNetwork |
            Where-Object -FilterScript { $present -notcontains (Get-ZoneName -Network $_) })
}

function Get-UnscavengedZone {
    foreach ($zone in Get-DirectoryZone) {
        if (-not (Get-DnsServerZoneAging -Name $zone.ZoneName).AgingEnabled) { $zone.ZoneName }
    }
}

function Test-Forwarder {
    $present = Get-DnsServerForwarder -ErrorAction SilentlyContinue
    return ($null -ne $present -and -not $present.UseRootHint -and
        (@($present.IPAddress | ForEach-Object -Process { "$_" }) -join ',') -eq $Forwarder)
}

function Test-Scavenging {
    $present = Get-DnsServerScavenging -ErrorAction SilentlyContinue
    return ($null -ne $present -and $present.ScavengingState -and
        $present.ScavengingInterval -gt [timespan]::Zero)
}

function Test-Done {
    if (-not (Test-Forwarder) -or -not (Test-Scavenging)) { return $false }
    return (@(Get-MissingNetwork).Count -eq 0 -and @(Get-UnscavengedZone).Count -eq 0)
}

function Set-Done {
    $wait = @{
        What           = 'the DNS service of this server'
        TimeoutSeconds = 900
        Hint           = 'See the event log DNS Server.'
    }
    Wait-Until @wait -Condition {
        $zones = @(Get-DnsServerZone | Where-Object -FilterScript { $_.IsDsIntegrated })
        if ($zones.Count -gt 0) { return $true }
        return 'it has no zone of the directory yet'
    }

    if (-not (Test-Forwarder)) { Set-DnsServerForwarder -IPAddress $Forwarder -UseRootHint $false }
    if ((Get-ComputerSystem).DomainRole -eq 5) {
        foreach ($network in @(Get-MissingNetwork)) {
            Add-DnsServerPrimaryZone -NetworkId $network -ReplicationScope 'Domain' -DynamicUpdate 'Secure'
            'Made the reverse zone {0}.' -f (Get-ZoneName -Network $network)
        }
    }

    $hint = 'See repadmin /showrepl, and run this step on the PDC emulator first.'
    Wait-Until -What 'the reverse zones' -TimeoutSeconds 1800 -Hint $hint -Condition {
        $missing = @(Get-MissingNetwork)
        if ($missing.Count -eq 0) { return $true }
        return ('none for {0}' -f ($missing -join ', '))
    }

    if (-not (Test-Scavenging)) {
        Set-DnsServerScavenging -ScavengingState $true -ScavengingInterval ([timespan]::FromDays(7))
    }

    foreach ($zone in @(Get-UnscavengedZone)) { Set-DnsServerZoneAging -Name $zone -Aging $true }
}
