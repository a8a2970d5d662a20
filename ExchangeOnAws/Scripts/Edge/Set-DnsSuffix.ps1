<#
.SYNOPSIS
The server, a member of no domain, has its primary DNS suffix, and the suffix is in force.
.DESCRIPTION
Safe to run again: a suffix that waits for its restart is not set again. Exchange makes it a part of the
server's identity, so another suffix is refused once the Edge Transport role is there.
#>
param(
    [Parameter(Mandatory = $true)]
    [ValidatePattern('^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$')]
    [string] $DnsSuffix
)

$key = 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'
# Microsoft's page on the readiness rule FqdnMissing sets this value and restarts, no more
# (learn.microsoft.com/exchange, ms-exch-setupreadiness-fqdnmissing). Starting, Windows copies it to Domain,
# which is in force. SyncDomainWithMembership acts when a server joins a domain, which this one never does.
$value = 'NV Domain'

function Get-Suffix {
    param([Parameter(Mandatory = $true)] [string] $Name)
    $found = Get-ItemProperty -LiteralPath $key -Name $Name -ErrorAction SilentlyContinue
    if ($null -eq $found) { return '' }
    return "$($found.$Name)"
}

function Test-Done {
    $computer = Get-ComputerSystem
    if ($computer.PartOfDomain) {
        throw (('{0} is a member of {1} and has the suffix of that domain; Edge Transport servers of this ' +
                'deployment join none. Use a new server.') -f $computer.Name, $computer.Domain)
    }

    return ((Get-Suffix -Name $value) -eq $DnsSuffix -and (Get-Suffix -Name 'Domain') -eq $DnsSuffix)
}

function Set-Done {
    $inForce = Get-Suffix -Name 'Domain'
    $isBegun = (Get-RoleState -Role 'EdgeTransportRole').UnpackedVersion -ne ''
    if ($isBegun -and $inForce -ne $DnsSuffix) {
        throw (('{0} got its Edge Transport role with the DNS suffix "{1}", and Exchange does not support ' +
                '{2} in its place. Set the suffix back to "{1}", or replace the server.') -f
            (Get-ComputerSystem).Name, $inForce, $DnsSuffix)
    }

    if ((Get-Suffix -Name $value) -ne $DnsSuffix) {
        $new = @{ Name = $value; PropertyType = 'String'; Value = $DnsSuffix; Force = $true }
        $null = New-ItemProperty -LiteralPath $key @new
    }

    if ($inForce -ne $DnsSuffix) { Request-Restart -Reason ('primary DNS suffix {0}' -f $DnsSuffix) }
}
