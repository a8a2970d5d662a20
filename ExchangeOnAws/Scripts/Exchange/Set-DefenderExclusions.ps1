<#
.SYNOPSIS
Microsoft Defender leaves the folders, processes and file types of Exchange alone.
.DESCRIPTION
Safe to run again: only what is missing is added, and nothing is taken away. A
server without Defender is done.
#>
param(
    # Databases, logs, witness: what a deployment keeps elsewhere.
    [Parameter()] [string[]] $Folders = @()
)

# learn.microsoft.com/exchange/antispam-and-antimalware/windows-antivirus-software, Mailbox and Edge Transport
# servers of Exchange 2019, without the four exclusions that hid web shells: Temporary ASP.NET Files, Inetsrv,
# PowerShell and w3wp (Exchange Team Blog, February 2023, Update on the Exchange Server Antivirus Exclusions).
$exchange = 'C:\Program Files\Microsoft\Exchange Server\V15'
$exchangeFolders = @(
    'ClientAccess\OAB', 'FIP-FS', 'GroupMetrics', 'Logging', 'Mailbox', 'TransportRoles\Data\Adam',
    'TransportRoles\Data\IpFilter', 'TransportRoles\Data\Queue', 'TransportRoles\Data\SenderReputation',
    'TransportRoles\Data\Temp', 'TransportRoles\Logs', 'TransportRoles\Pickup', 'TransportRoles\Replay',
    'Working\OleConverter'
)
$windowsFolders = @(
    'C:\Windows\Cluster', 'C:\inetpub\temp\IIS Temporary Compressed Files', 'C:\Windows\Temp\OICE_*'
)
$exchangeProcesses = @(
    'Bin\ComplianceAuditService.exe', 'Bin\EdgeTransport.exe', 'Bin\Microsoft.Exchange.AntispamUpdateSvc.exe',
    'Bin\Microsoft.Exchange.Diagnostics.Service.exe', 'Bin\Microsoft.Exchange.Directory.TopologyService.exe',
    'Bin\Microsoft.Exchange.EdgeCredentialSvc.exe', 'Bin\Microsoft.Exchange.EdgeSyncSvc.exe',
    'Bin\Microsoft.Exchange.Notifications.Broker.exe', 'Bin\Microsoft.Exchange.ProtectedServiceHost.exe',
    'Bin\Microsoft.Exchange.RPCClientAccess.Service.exe',
    'Bin\Microsoft.Exchange.Search.Service.exe', 'Bin\Microsoft.Exchange.Servicehost.exe',
    'Bin\Microsoft.Exchange.Store.Service.exe', 'Bin\Microsoft.Exchange.Store.Worker.exe',
    'Bin\MSExchangeCompliance.exe', 'Bin\MSExchangeDagMgmt.exe', 'Bin\MSExchangeDelivery.exe',
    'Bin\MSExchangeFrontendTransport.exe', 'Bin\MSExchangeHMHost.exe', 'Bin\MSExchangeHMWorker.exe',
    'Bin\MSExchangeMailboxAssistants.exe', 'Bin\MSExchangeMailboxReplication.exe', 'Bin\MSExchangeRepl.exe',
    'Bin\MSExchangeSubmission.exe', 'Bin\MSExchangeThrottling.exe', 'Bin\MSExchangeTransport.exe',
    'Bin\MSExchangeTransportLogSearch.exe', 'Bin\OleConverter.exe',
    'Bin\Search\Ceres\HostController\hostcontrollerservice.exe',
    'Bin\Search\Ceres\ParserServer\ParserServer.exe', 'Bin\Search\Ceres\Runtime\1.0\Noderunner.exe',
    'Bin\wsbexchange.exe', 'ClientAccess\PopImap\Microsoft.Exchange.Imap4service.exe',
    'ClientAccess\PopImap\Microsoft.Exchange.Pop3service.exe', 'FIP-FS\Bin\fms.exe',
    'FIP-FS\Bin\ScanEngineTest.exe', 'FIP-FS\Bin\ScanningProcess.exe', 'FIP-FS\Bin\UpdateService.exe',
    'FrontEnd\PopImap\Microsoft.Exchange.Imap4.exe', 'FrontEnd\PopImap\Microsoft.Exchange.Pop3.exe',
    'TransportRoles\agents\Hygiene\Microsoft.Exchange.ContentFilter.Wrapper.exe'
)
# Dsamain.exe is the directory of an Edge Transport server.
$windowsProcesses = @('C:\Windows\System32\Dsamain.exe', 'C:\Windows\System32\inetsrv\inetinfo.exe')
$extensions = @('chk', 'config', 'dsc', 'edb', 'jfm', 'jrs', 'log', 'lzx', 'que', 'txt')

function Test-Defender {
    # Not installed, or switched off for another product.
    $service = Get-Service -Name 'WinDefend' -ErrorAction SilentlyContinue
    return ($null -ne $service -and "$($service.StartType)" -ne 'Disabled')
}

function Get-Missing {
    param([Parameter(Mandatory = $true)] [string[]] $Wanted, [Parameter()] [string[]] $Present = @())
    # Defender takes file types with a dot and without.
    $there = @($Present | ForEach-Object -Process { "$_".TrimStart('.') })
    return @($Wanted | Where-Object -FilterScript { $there -notcontains $_ })
}

function Get-MissingExclusion {
    # After a restart, Defender takes a while to answer.
    $hint = 'See the service WinDefend and Get-MpComputerStatus.'
    Wait-Until -What 'Microsoft Defender' -TimeoutSeconds 600 -Hint $hint -Condition {
        return ($null -ne (Get-MpPreference))
    }

    $now = Get-MpPreference
    $paths = @($exchangeFolders | ForEach-Object -Process { '{0}\{1}' -f $exchange, $_ })
    $paths += $windowsFolders + $Folders
    $processes = @($exchangeProcesses | ForEach-Object -Process { '{0}\{1}' -f $exchange, $_ })
    $processes += $windowsProcesses
    return @{
        ExclusionPath      = @(Get-Missing -Wanted $paths -Present $now.ExclusionPath)
        ExclusionProcess   = @(Get-Missing -Wanted $processes -Present $now.ExclusionProcess)
        ExclusionExtension = @(Get-Missing -Wanted $extensions -Present $now.ExclusionExtension)
    }
}

function Test-Done {
    if (-not (Test-Defender)) { return $true }
    $missing = Get-MissingExclusion
    return (@($missing.Values | Where-Object -FilterScript { $_.Count -gt 0 }).Count -eq 0)
}

function Set-Done {
    $missing = Get-MissingExclusion
    foreach ($kind in @($missing.Keys)) {
        if ($missing[$kind].Count -gt 0) {
            $add = @{ $kind = $missing[$kind] }
            Add-MpPreference @add
            '{0}: added {1}.' -f $kind, ($missing[$kind] -join ', ')
        }
    }

    if (-not (Test-Done)) {
        throw ('Microsoft Defender did not keep the exclusions of Exchange. {0}' -f
            'Tamper protection or a policy prevents it: set them there, or exempt this server.')
    }
}
