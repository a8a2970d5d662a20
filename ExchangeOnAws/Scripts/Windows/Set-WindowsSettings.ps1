<#
.SYNOPSIS
Windows is set as Exchange wants it: power plan, timeouts, no Credential Guard, no SMB 1, Remote Registry,
and updates of Exchange beside those of Windows.
.DESCRIPTION
Safe to run again: what is right is left alone, and without a change there is no restart.
#>
param()

# High performance has this number in every Windows, in every language.
$plan = '8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c'
$service = 'RemoteRegistry'
$oldSmb = 'FS-SMB1'
# Seconds and milliseconds are those of Microsoft's HealthChecker; Exchange does not support Credential
# Guard, which Windows Server 2025 turns on. Remote Registry stops after ten idle minutes unless told not to:
# learn.microsoft.com/troubleshoot/windows-client/performance/memory-leak-remote-registry-service.
$values = @(
    @{
        Key   = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\RPC'
        Name  = 'MinimumConnectionTimeout'
        Value = 120
    },
    @{
        Key   = 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'
        Name  = 'KeepAliveTime'
        Value = 1800000
    },
    @{ Key = 'HKLM:\SYSTEM\CurrentControlSet\Control\Lsa'; Name = 'LsaCfgFlags'; Value = 0 },
    @{
        Key   = 'HKLM:\SYSTEM\CurrentControlSet\Control\DeviceGuard'
        Name  = 'EnableVirtualizationBasedSecurity'
        Value = 0
    },
    @{
        Key   = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\RemoteRegistry'
        Name  = 'DisableIdleStop'
        Value = 1
    },
    # Without it Windows is offered no update of Exchange: learn.microsoft.com/windows/client-management/mdm/
    # policy-csp-update, AllowMUUpdateService.
    @{
        Key   = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU'
        Name  = 'AllowMUUpdateService'
        Value = 1
    }
)

function Test-Plan {
    $plans = Get-CimInstance -Namespace 'root\cimv2\power' -ClassName 'Win32_PowerPlan'
    $active = @($plans | Where-Object -FilterScript { $_.IsActive })
    return ($active.Count -eq 1 -and "$($active[0].InstanceID)".Contains($plan))
}

function Test-OldSmb {
    # Removed: gone from the disk too. Newer versions of Windows may not have it at all.
    $found = @(Get-WindowsFeature -Name $oldSmb)
    return ($found.Count -gt 0 -and "$($found[0].InstallState)" -notin 'Available', 'Removed')
}

function Test-Service {
    $found = Get-Service -Name $service
    return ("$($found.StartType)" -eq 'Automatic' -and "$($found.Status)" -eq 'Running')
}

function Test-Done {
    return ((Test-Plan) -and (Test-Service) -and -not (Test-OldSmb) -and (Test-RegistryValue -Value $values))
}

function Set-Done {
    if (-not (Test-Plan)) { $null = Invoke-Native -Name 'powercfg.exe' -ArgumentList '/setactive', $plan }
    if (-not (Test-Service)) {
        Set-Service -Name $service -StartupType 'Automatic'
        Start-Service -Name $service
    }

    if (Test-OldSmb) {
        Set-RestartDue
        $result = Uninstall-WindowsFeature -Name $oldSmb -Confirm:$false
        if (-not $result.Success) {
            throw ('Windows did not remove {0}: {1}. See C:\Windows\Logs\DISM\dism.log.' -f
                $oldSmb, $result.ExitCode)
        }
    }

    Set-RegistryValue -Value $values -Reason 'Windows settings'
}
