<#
.SYNOPSIS
This server may be restarted: Exchange on it is in maintenance, and what takes its place is in service.
.DESCRIPTION
Safe to run again: a server in maintenance is left as it is. Every server can run it, since a hook of
AWS-RunPatchBaselineWithHooks gets no parameters: one without Exchange has nothing to do, and a domain
controller or a witness is refused while the others are away. It refuses before it changes anything, and no
database is dismounted or moved with loss. The steps are Microsoft's: learn.microsoft.com/exchange/
high-availability/manage-ha/manage-dags, performing maintenance on DAG members; by cmdlets, because
StartDagServerMaintenance.ps1 takes neither a target nor how much a move may lose.
#>
param(
    # Why: updates say patching, and what follows them ends that maintenance and no other.
    [Parameter()] [ValidateLength(1, 100)] [string] $Reason = 'operator',
    # On a witness server: the full names of the members, which it cannot know by itself.
    [Parameter()] [string[]] $Members = @()
)

$recordPath = 'C:\ProgramData\ExchangeOnAws\Maintenance.json'
$hook = 'patching'

function Confirm-Substitute {
    param([Parameter(Mandatory = $true)] [scriptblock] $Look)
    $wait = @{
        What           = 'what takes the place of {0}' -f (Get-ComputerSystem).Name
        TimeoutSeconds = 300
        Hint           = 'Bring back what is away, end the other maintenance with Exit-Maintenance, wait ' +
            'for healthy copies, then run this again.'
    }
    # The member before may have come back a moment ago.
    Wait-Until @wait -IntervalSeconds 60 -Condition {
        $faults = @(& $Look)
        if ($faults.Count -eq 0) { return $true }
        return ($faults -join '; ')
    }
}

function Test-Done {
    $role = Get-ExchangeRole
    if ($role -eq '') {
        Confirm-Substitute -Look {
            Get-WitnessOutage -Members $Members
            if ((Get-ComputerSystem).DomainRole -ge 4) { Get-ControllerOutage }
        }
        return $true
    }

    Import-ExchangeShell
    $place = Get-ExchangePlace -Role $role
    # In maintenance too: a paused node still has its vote.
    if ($null -ne $place.Group) {
        Confirm-Substitute -Look {
            Get-GroupOutage -Group $place.Group -Server $place.Name
            Get-DatabaseOutage -Server $place.Name
        }
    }

    $record = Get-MaintenanceRecord -Path $recordPath
    if ($Reason -eq $hook -and $null -ne $record -and $record.Reason -ne $hook) {
        throw (('{0} is in maintenance for "{1}", and an update would restart it in the middle of that. It ' +
                'is left alone; run Exit-Maintenance when the work is done.') -f $place.Name, $record.Reason)
    }

    if ($Reason -ne $hook -and $null -ne $record -and $record.Reason -ne $Reason) { return $false }
    $state = Get-MaintenanceState -Place $place
    if ($state.Offline.Split(',').Count -lt 2) { return $false }
    return ($null -eq $place.Group -or ($state.Policy -eq 'Blocked' -and $state.Node -ne 'Up' -and
            @(Get-MountedDatabase -Server $place.Name |
                Where-Object -FilterScript { $_.Copies -gt 1 }).Count -eq 0))
}

function Set-Done {
    $place = Get-ExchangePlace -Role (Get-ExchangeRole)
    $state = Get-MaintenanceState -Place $place
    $record = Get-MaintenanceRecord -Path $recordPath
    # A record that is there has the state from before; an operator takes over, a hook does not.
    if ($null -eq $record) { $record = $state + @{ Reason = $Reason } }
    elseif ($Reason -ne $hook) { $record.Reason = $Reason }
    Save-MaintenanceRecord -Path $recordPath -Record $record

    $target = @{}
    if ($null -ne $place.Group) {
        Suspend-Member -Server $place.Name -Successor $place.Others[0]
        Clear-Member -Server $place.Name
        $target.Target = '{0}.{1}' -f $place.Others[0], (Get-ComputerSystem).Domain
    }

    $change = @{ Identity = $place.Name; Requester = 'Maintenance' }
    Set-ServerComponentState @change -Component $place.Transport -State 'Draining'
    # A server that is offline as a whole has stopped its transport, which gives nothing away.
    if ($state.Offline.Split(',') -notcontains 'ServerWideOffline') {
        Restart-Transport -Server $place.Name -Service 'MSExchangeTransport'
        Clear-Queue -Server $place.Name @target
    }

    # Last: it says that all of the above is done.
    Set-ServerComponentState @change -Component 'ServerWideOffline' -State 'Inactive'
}
