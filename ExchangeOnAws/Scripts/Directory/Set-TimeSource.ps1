<#
.SYNOPSIS
The PDC emulator takes the time from the time server, every other server of the
domain from the domain hierarchy.
.DESCRIPTION
Safe to run again: when the PDC emulator moves, run it on both servers.
#>
param(
    [Parameter(Mandatory = $true)] [string] $TimeServer,
    [Parameter(Mandatory = $true)] [string] $DomainName
)

$parameterKey = 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time\Parameters'
$configKey = 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time\Config'

function Test-PdcEmulator {
    $computer = Get-ComputerSystem
    if ($computer.Domain -ne $DomainName) {
        throw ('{0} is in {1}, not in {2}. Join or promote it first.' -f
            $computer.Name, $computer.Domain, $DomainName)
    }

    return ($computer.DomainRole -eq 5)
}

function Get-Peer {
    # 0x8: client mode; 0x1: the special poll interval.
    return ('{0},0x9' -f $TimeServer)
}

function Test-Done {
    $service = Get-Service -Name 'W32Time'
    if ("$($service.Status)" -ne 'Running' -or "$($service.StartType)" -ne 'Automatic') { return $false }

    $type = (Get-ItemProperty -LiteralPath $parameterKey -Name 'Type').Type
    if (-not (Test-PdcEmulator)) { return ($type -eq 'NT5DS') }

    $peer = Get-ItemProperty -LiteralPath $parameterKey -Name 'NtpServer' -ErrorAction SilentlyContinue
    # 5: always and reliably announced, which is what /reliable:yes writes.
    $flags = (Get-ItemProperty -LiteralPath $configKey -Name 'AnnounceFlags').AnnounceFlags
    return ($type -eq 'NTP' -and $null -ne $peer -and $peer.NtpServer -eq (Get-Peer) -and $flags -eq 5)
}

function Set-Done {
    # /update talks to the running service.
    Set-Service -Name 'W32Time' -StartupType 'Automatic'
    Start-Service -Name 'W32Time'
    $source = '/syncfromflags:domhier', '/reliable:no'
    if (Test-PdcEmulator) {
        $source = ('/manualpeerlist:{0}' -f (Get-Peer)), '/syncfromflags:manual', '/reliable:yes'
    }

    Invoke-Native -Name 'w32tm.exe' -ArgumentList (@('/config') + $source + '/update')
}
