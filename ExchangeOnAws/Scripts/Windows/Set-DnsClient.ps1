<#
.SYNOPSIS
The server's network adapter asks exactly these DNS servers, in this order.
.DESCRIPTION
Safe to run again: an adapter that has the addresses is left alone.
#>
param(
    [Parameter(Mandatory = $true)] [ValidatePattern('^\d{1,3}(\.\d{1,3}){3}$')] [string[]] $DnsServers,
    # A name without which this server would be lost, for example that of Systems Manager. It has to answer on
    # TCP 443 by the addresses that these servers give.
    [Parameter()] [string] $MustResolve = ''
)

function Get-WrongAdapter {
    # An EC2 instance has one; with more, each must resolve the domain.
    $adapters = @(Get-NetAdapter -Physical | Where-Object -FilterScript { "$($_.Status)" -eq 'Up' })
    if ($adapters.Count -eq 0) { throw 'no network adapter is up. See Get-NetAdapter on the server.' }
    foreach ($adapter in $adapters) {
        $present = Get-DnsClientServerAddress -InterfaceIndex $adapter.InterfaceIndex -AddressFamily 'IPv4'
        if ((@($present.ServerAddresses) -join ',') -ne ($DnsServers -join ',')) { $adapter }
    }
}

function Test-Done {
    return (@(Get-WrongAdapter).Count -eq 0)
}

function Test-Reachable {
    param([Parameter(Mandatory = $true)] [string] $Address)
    $quiet = @{ InformationLevel = 'Quiet'; WarningAction = 'SilentlyContinue' }
    return (Test-NetConnection -ComputerName $Address -Port 443 @quiet)
}

function Confirm-Server {
    if ($MustResolve -eq '') { return }
    foreach ($server in $DnsServers) {
        $hint = 'Nothing is changed: without that name no step could reach this server again. Have {0} {1}' -f
            $server, 'forward names it does not hold, in a VPC to 169.254.169.253.'
        $wait = @{ What = 'the address of {0} from {1}' -f $MustResolve, $server; TimeoutSeconds = 120 }
        Wait-Until @wait -IntervalSeconds 30 -Hint $hint -Condition {
            $addresses = @(Get-HostAddress -Name $MustResolve -Server $server)
            if ($addresses.Count -eq 0) { return 'it has none' }
            foreach ($address in $addresses) {
                if (Test-Reachable -Address $address) { return $true }
            }

            # A name server outside of the VPC gives public addresses though there is a private endpoint.
            return ('{0}, and TCP 443 does not answer there from this server. It takes the private ' +
                'endpoint of the VPC, or a way out') -f ($addresses -join ', ')
        }
    }
}

function Set-Done {
    Confirm-Server
    foreach ($adapter in @(Get-WrongAdapter)) {
        Set-DnsClientServerAddress -InterfaceIndex $adapter.InterfaceIndex -ServerAddresses $DnsServers
        'Adapter {0} asks {1}.' -f $adapter.Name, ($DnsServers -join ', ')
    }

    # Answers (and refusals) of the servers that were asked before.
    Clear-DnsClientCache
}
