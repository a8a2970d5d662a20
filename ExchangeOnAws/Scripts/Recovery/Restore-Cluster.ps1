<#
.SYNOPSIS
The availability group runs on its surviving members, after a loss of servers that took its quorum with it.
.DESCRIPTION
Safe to run again at any point. An operator starts it on a surviving member, after the lost ones were
stopped so that they cannot come back by themselves. It never accepts a loss of data: databases
that would lose some are named, with the command that accepts it. The order is Microsoft's:
learn.microsoft.com/exchange/high-availability/manage-ha/datacenter-switchovers.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DagName,
    [Parameter(Mandatory = $true)] [string[]] $LostMembers,
    [Parameter(Mandatory = $true)] [string[]] $Survivors,
    # A server that is no member, prepared by Add-WitnessRights. Needed for one survivor or an even number,
    # unless the group's own witness is there.
    [Parameter()] [string] $AlternateWitness = '',
    [Parameter(Mandatory = $true)] [string] $WitnessDirectory,
    # The group, "without", the lost members: DAG1 without EXA1.
    [Parameter(Mandatory = $true)] [string] $Confirmation,
    # Looks at all that would refuse the restore and changes nothing: done when nothing does.
    [Parameter()] [bool] $Check = $false
)

function Confirm-Request {
    $expected = '{0} without {1}' -f $DagName, ($LostMembers -join ' ')
    if ($Confirmation -cne $expected) {
        throw (('the confirmation is "{0}", so nothing was changed. Cutting members off is right only when ' +
                'they are lost; then confirm with: {1}') -f $Confirmation, $expected)
    }

    if ($Survivors -notcontains (Get-ComputerSystem).Name) {
        throw ('{0} is not among the survivors {1}. Run this on one of them.' -f
            (Get-ComputerSystem).Name, ($Survivors -join ', '))
    }
}

function Get-Node {
    # Without quorum, or with the service stopped, there is no cluster to ask; asked twice to be sure.
    try { return @(Get-ClusterNode) }
    catch { Start-Sleep -Seconds 15 }
    try { return @(Get-ClusterNode) }
    catch { return @() }
}

function Test-Evicted {
    $nodes = @(Get-Node | ForEach-Object -Process { $_.Name })
    $left = @($LostMembers | Where-Object -FilterScript { $nodes -contains $_ })
    return ($nodes.Count -gt 0 -and $left.Count -eq 0)
}

function Test-Cluster {
    $up = @(Get-Node | Where-Object -FilterScript { "$($_.State)" -eq 'Up' } |
            ForEach-Object -Process { $_.Name })
    $down = @($Survivors | Where-Object -FilterScript { $up -notcontains $_ })
    return ((Test-Evicted) -and $down.Count -eq 0)
}

function Get-Group {
    $group = Get-AvailabilityGroup -DagName $DagName
    if ($null -eq $group) { throw ('there is no availability group {0}. Check the name.' -f $DagName) }
    return $group
}

function Get-Running {
    # What is not marked as stopped still counts in the plan of Exchange's Active Manager.
    $group = Get-Group
    return @($LostMembers | Where-Object -FilterScript { $group.Stopped -notcontains $_ })
}

function Confirm-Group {
    $group = Get-Group
    $named = @($LostMembers) + @($Survivors)
    $difference = @($named | Where-Object -FilterScript { $group.Members -notcontains $_ }) +
        @($group.Members | Where-Object -FilterScript { @($named -eq $_).Count -ne 1 })
    if ($difference.Count -gt 0) {
        throw (('{0} has the members {1}; lost are {2}, survivors {3}. ' +
                'Each member has to be named once: check {4}.') -f $DagName, ($group.Members -join ', '),
            ($LostMembers -join ', '), ($Survivors -join ', '), ($difference -join ', '))
    }

    if ($group.ActivationMode -ne 'DagOnly') {
        throw (('{0} is not in datacenter activation coordination mode, so its members cannot be marked ' +
                'as stopped. Follow "Datacenter switchovers" without DAC mode by hand.') -f $DagName)
    }

    foreach ($member in $LostMembers) {
        if (Test-ServerAnswer -Server $member) {
            throw (('{0} still answers. Both halves would mount the same databases: ' +
                    'stop its instance first, and keep it stopped.') -f $member)
        }
    }

    if (@(Get-Running).Count -gt 0 -and @(Get-Node).Count -gt 0) {
        throw (('the cluster of {0} answers on this server, so quorum is not lost, and databases move ' +
                'by themselves. See Get-MailboxDatabaseCopyStatus; nothing has to be restored.') -f $DagName)
    }
}

function Get-Witness {
    if ($Survivors.Count -gt 1 -and $Survivors.Count % 2 -eq 1) { return @{} }
    $server = $AlternateWitness
    if (@($LostMembers) + @($Survivors) -contains $server.Split('.')[0]) {
        throw ('{0} is a member of {1}, and a witness must not be one. Name another server.' -f
            $server, $DagName)
    }

    if ($server -eq '') { $server = (Get-AvailabilityGroup -DagName $DagName).WitnessServer }
    if (-not (Test-ServerAnswer -Server $server)) {
        throw (('{0} survivors need a witness, and {1} does not answer. Prepare a domain controller that ' +
                'does with Add-WitnessRights, and name it as alternate witness.') -f
            $Survivors.Count, $server)
    }

    if ($AlternateWitness -eq '') { return @{ UsePrimaryWitnessServer = $true } }
    return @{ AlternateWitnessServer = $AlternateWitness; AlternateWitnessDirectory = $WitnessDirectory }
}

function Confirm-Restore {
    Confirm-Group
    # Nothing is returned for what an earlier run restored: it has its witness, whatever became of it since.
    if (-not (Test-Evicted)) { return (Get-Witness) }
}

function Test-Done {
    Confirm-Request
    Import-ExchangeShell
    if ($Check) {
        $null = Confirm-Restore
        return $true
    }

    return (@(Get-Running).Count -eq 0 -and (Test-Cluster) -and
        @(Get-UnmountedDatabase -Servers $Survivors).Count -eq 0)
}

function Set-Done {
    $witness = Confirm-Restore
    foreach ($member in Get-Running) {
        Write-StepLog -Text ('Marks {0} as stopped in {1}.' -f $member, $DagName)
        $lost = @{ Identity = $DagName; MailboxServer = $member; ConfigurationOnly = $true }
        Stop-DatabaseAvailabilityGroup @lost -Confirm:$false
    }

    if ($null -ne $witness) {
        Write-StepLog -Text ('Restores {0} on {1}.' -f $DagName, ($Survivors -join ', '))
        # Restoring demands that the cluster stands still on all survivors.
        Stop-ClusterService -Servers $Survivors
        Restore-DatabaseAvailabilityGroup -Identity $DagName @witness -Confirm:$false
    }

    $wait = @{
        What           = 'the cluster of {0} on {1}' -f $DagName, ($Survivors -join ', ')
        TimeoutSeconds = 900
        Hint           = 'See C:\ExchangeSetupLogs\DagTasks and the event log FailoverClustering.'
    }
    Wait-Until @wait -Condition {
        if (Test-Cluster) { return $true }
        return (@(Get-Node | ForEach-Object -Process { '{0} is {1}' -f $_.Name, $_.State }) -join ', ')
    }

    foreach ($database in Get-MailboxDatabase) {
        $own = @($Survivors | Where-Object -FilterScript {
                (Get-CopyPreference -Database $database -Server $_) -gt 0 })
        if ($own.Count -eq 0) { '{0} has no copy on {1}.' -f $database.Name, ($Survivors -join ', ') }
    }

    $wait = @{
        What           = 'the databases on {0}' -f ($Survivors -join ', ')
        TimeoutSeconds = 900
        Hint           = 'What was written last is on the lost servers: bring them back, or accept the loss.'
    }
    Wait-Until @wait -IntervalSeconds 30 -Condition {
        $faults = @(foreach ($name in Get-UnmountedDatabase -Servers $Survivors) {
                try { Restore-Database -Name $name -Servers $Survivors }
                catch { $_.Exception.Message }
            })
        if ($faults.Count -gt 0) { return ($faults -join '; ') }
        return (@(Get-UnmountedDatabase -Servers $Survivors).Count -eq 0)
    }
}
