<#
.SYNOPSIS
The maintenance that Enter-Maintenance began is over: Exchange on this server is as it was before, its copies
are healthy, and the databases that prefer it are back.
.DESCRIPTION
Safe to run again: a server that is not in maintenance is left as it is, and after updates so is one that an
operator has in maintenance. It refuses a server whose update failed; nothing is activated that somebody else
than maintenance made inactive, and no database is moved with loss. The steps are Microsoft's:
learn.microsoft.com/exchange/high-availability/manage-ha/manage-dags, performing maintenance on DAG members.
#>
param(
    # False after updates, which end the maintenance that they began and no other.
    [Parameter()] [bool] $Always = $true
)

$recordPath = 'C:\ProgramData\ExchangeOnAws\Maintenance.json'
$hook = 'patching'

# Automatic and required: learn.microsoft.com/exchange/plan-and-deploy/deployment-ref/services-overview.
# An update disables them while it runs.
$services = @{
    Mailbox = 'MSExchangeADTopology', 'MSExchangeIS', 'MSExchangeRepl', 'MSExchangeServiceHost',
        'MSExchangeTransport', 'MSExchangeFrontEndTransport', 'MSExchangeDelivery', 'MSExchangeSubmission',
        'W3SVC'
    Edge    = 'ADAM_MSExchange', 'MSExchangeEdgeCredential', 'MSExchangeServiceHost', 'MSExchangeTransport'
}

function Test-Done {
    $role = Get-ExchangeRole
    if ($role -eq '') { return $true }
    $record = Get-MaintenanceRecord -Path $recordPath
    if ($null -eq $record) {
        # What was begun without a record is an operator's.
        if (-not $Always) { return $true }
        Import-ExchangeShell
        $state = Get-MaintenanceState -Place (Get-ExchangePlace -Role $role)
        return ($state.Offline -eq '' -and $state.Policy -ne 'Blocked' -and -not $state.MoveNow -and
            $state.Node -ne 'Paused')
    }

    if ($Always -or $record.Reason -eq $hook) { return $false }
    Write-StepLog -Text ('Leaves the maintenance for "{0}": Always would end it.' -f $record.Reason)
    return $true
}

function Confirm-Service {
    param([Parameter(Mandatory = $true)] [string[]] $Name)
    $disabled = @(Get-Service -Name $Name |
            Where-Object -FilterScript { "$($_.StartType)" -eq 'Disabled' } |
            ForEach-Object -Process { $_.Name })
    if ($disabled.Count -eq 0) { return }
    throw (('{0} stays in maintenance: an update failed and left these services disabled: {1}. See ' +
            'C:\ExchangeSetupLogs\ServiceControl.log, install the update again, then run this again.') -f
        (Get-ComputerSystem).Name, ($disabled -join ', '))
}

function Start-ClientService {
    # They stop while their components are inactive (learn.microsoft.com, Set-ServerComponentState).
    foreach ($service in Get-Service -Name 'MSExchangePOP3*', 'MSExchangeIMAP4*') {
        if ("$($service.StartType)" -eq 'Automatic' -and "$($service.Status)" -ne 'Running') {
            Start-Service -Name $service.Name
        }
    }
}

function Confirm-Component {
    param(
        [Parameter(Mandatory = $true)] [string] $Server,
        [Parameter(Mandatory = $true)] [string[]] $Component
    )
    # What managed availability took out of service, it brings back.
    $faults = @(foreach ($found in Get-OfflineComponent -Server $Server -Component $Component) {
            $others = @($found.Requesters | Where-Object -FilterScript { $_ -ne 'HealthAPI' })
            if ($others.Count -eq 0) { continue }
            '{0} is {1} (requester {2})' -f $found.Component, $found.State, ($others -join ', ')
        })
    if ($faults.Count -eq 0) { return }
    throw (('{0} is not in service as a whole: {1}. A failed update leaves this. When it is installed, ' +
            'run Set-ServerComponentState -Identity {0} -Component <it> -State Active -Requester <who>, ' +
            'then this again.') -f $Server, ($faults -join '; '))
}

function Set-Done {
    $role = Get-ExchangeRole
    Confirm-Service -Name $services[$role]
    Start-ExchangeService -Name $services[$role]
    Import-ExchangeShell
    $place = Get-ExchangePlace -Role $role
    $before = Get-MaintenanceRecord -Path $recordPath
    if ($null -eq $before -or $Always) {
        # As StopDagServerMaintenance.ps1 does; a policy that restricts is no sign of maintenance.
        $policy = ''
        if ($null -ne $before -and $before.Policy -ne 'Blocked') { $policy = $before.Policy }
        $before = @{ Offline = ''; Policy = $policy; MoveNow = $false; Node = 'Up' }
    }

    $kept = $before.Offline.Split(',')
    foreach ($component in 'ServerWideOffline', $place.Transport) {
        if ($kept -contains $component) { continue }
        $change = @{ Component = $component; State = 'Active'; Requester = 'Maintenance' }
        Set-ServerComponentState -Identity $place.Name @change
    }

    if ($null -ne $place.Group) { Resume-Member -Server $place.Name -Before $before }
    Restart-Transport -Server $place.Name -Service $place.Services
    Start-ClientService
    $components = 'Monitoring', 'RecoveryActionsEnabled'
    if ($before.Offline -eq '') { $components += 'ServerWideOffline', $place.Transport }
    Confirm-Component -Server $place.Name -Component $components
    if ($role -eq 'Mailbox') { Wait-ServerCopy -Server $place.Name }
    if ($null -ne $place.Group) {
        $sign = Get-MaintenanceSign -Server $place.Name
        if ($null -eq $sign) { Restore-ActiveDatabase -Server $place.Name }
        else { Write-StepLog -Text ('No database comes back: as before, {0}.' -f $sign) }
    }

    if (Test-Path -LiteralPath $recordPath) { Remove-Item -LiteralPath $recordPath -Force }
}
