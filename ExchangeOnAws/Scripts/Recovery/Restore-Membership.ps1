<#
.SYNOPSIS
Members that were cut off in a recovery are back in the availability group; it has its own witness, and every
database is on the server of its first preference, with healthy copies.
.DESCRIPTION
Safe to run again at any point, on a member that runs. It never loses data: no database moves before every
log has arrived, and no failed copy is seeded over, for it may have the only logs of what a recovery lost. The
order is Microsoft's: learn.microsoft.com/exchange/high-availability/manage-ha/datacenter-switchovers.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DagName,
    # Those to take back.
    [Parameter(Mandatory = $true)] [string[]] $Members,
    # Empty: the plan has an odd number of members and no witness.
    [Parameter()] [string] $WitnessServer = '',
    [Parameter(Mandatory = $true)] [string] $WitnessDirectory,
    # Database and servers, the first preference first: DB01=EXA1/EXB1.
    [Parameter(Mandatory = $true)] [ValidatePattern('^[^=]+=[^=]+$')] [string[]] $Databases,
    # Looks at all that would refuse the return and changes nothing: done when nothing does.
    [Parameter()] [bool] $Check = $false
)

function Get-Group {
    $group = Get-AvailabilityGroup -DagName $DagName
    if ($null -eq $group) { throw ('there is no availability group {0}. Check the name.' -f $DagName) }
    return $group
}

function Get-MissingMember {
    # Marked as stopped, or no node of the cluster.
    $stopped = (Get-Group).Stopped
    $nodes = @(Get-ClusterNode | ForEach-Object -Process { $_.Name })
    return @($Members | Where-Object -FilterScript { $stopped -contains $_ -or $nodes -notcontains $_ })
}

function Get-NodeFault {
    $up = @(Get-ClusterNode | Where-Object -FilterScript { "$($_.State)" -eq 'Up' } |
            ForEach-Object -Process { $_.Name })
    $stopped = (Get-Group).Stopped
    foreach ($member in $Members) {
        if ($stopped -contains $member) { '{0} is marked as stopped' -f $member }
        elseif ($up -notcontains $member) { 'the cluster node of {0} is not up' -f $member }
    }
}

function Get-WitnessFault {
    $group = Get-Group
    Get-QuorumFault -Members @($group.Members |
            Where-Object -FilterScript { $group.Stopped -notcontains $_ })
    if ($WitnessServer -eq '') { return }
    if (-not (Test-SameServer -Name $group.WitnessServer -Other $WitnessServer) -or
        $group.WitnessDirectory -ne $WitnessDirectory) {
        'the witness is {0} {1}' -f $group.WitnessServer, $group.WitnessDirectory
    }

    # A recovery leaves the group its witness and gives the cluster another one.
    $resource = (Get-ClusterQuorum).QuorumResource
    if ($null -eq $resource) { return }
    $share = "$((Get-ClusterParameter -InputObject $resource -Name 'SharePath').Value)"
    if (-not (Test-SameServer -Name $share.TrimStart('\').Split('\')[0] -Other $WitnessServer)) {
        'the witness of the cluster is {0}' -f $share
    }
}

function Get-Place {
    # The servers of a database, without those that stay away.
    param([Parameter(Mandatory = $true)] [string] $Pair)
    $stopped = (Get-Group).Stopped
    return @($Pair.Split('=')[1].Split('/') | Where-Object -FilterScript { $stopped -notcontains $_ })
}

function Get-HomeFault {
    param([Parameter(Mandatory = $true)] [string] $Pair)
    $name = $Pair.Split('=')[0]
    $servers = @(Get-Place -Pair $Pair)
    $active = ''
    $database = Get-MailboxDatabase | Where-Object -FilterScript { $_.Name -eq $name }
    foreach ($server in $servers) {
        if ((Get-CopyPreference -Database $database -Server $server) -eq 0) {
            '{0} has no copy on {1}' -f $name, $server
            continue
        }

        $copy = Get-DatabaseCopy -Identity ('{0}\{1}' -f $name, $server)
        if ($copy.Status -notin 'Mounted', 'Healthy') { '{0} is {1}' -f $copy.Name, $copy.Status }
        if ($copy.Status -eq 'Mounted') { $active = $server }
    }

    if ($servers.Count -eq 0 -or $active -eq $servers[0]) { return }
    $sign = Get-MaintenanceSign -Server $servers[0]
    if ($null -eq $sign) { '{0} is not mounted on {1}' -f $name, $servers[0] }
}

function Confirm-Member {
    param([Parameter(Mandatory = $true)] [string] $Name)
    if (-not (Test-ServerAnswer -Server $Name)) {
        throw ('{0} does not answer. Start its instance, and run this when Exchange runs there.' -f $Name)
    }

    if (@(Get-ClusterNode | ForEach-Object -Process { $_.Name }) -contains $Name) { return }
    # What an evicted node does when it reaches the others:
    # learn.microsoft.com/archive/blogs/timmcmic, part 7 on datacenter activation coordination.
    $service = Get-Service -ComputerName $Name -Name 'ClusSvc'
    if ("$($service.StartType)" -ne 'Disabled' -or "$($service.Status)" -ne 'Stopped') {
        throw (('the cluster service of {0} is {1} and {2}: it does not know yet that it was evicted, and ' +
                'may form a cluster of its own. It finds out when it reaches the others; if it has not in ' +
                'some minutes, run on {0}: Stop-Service -Name ClusSvc -Force; Clear-ClusterNode -Force') -f
            $Name, $service.Status, $service.StartType)
    }
}

function Confirm-Database {
    param([Parameter(Mandatory = $true)] [string] $Name)
    $mounted = @(Get-DatabaseCopy -Identity $Name |
            Where-Object -FilterScript { $_.Status -in 'Mounted', 'Mounting' } |
            ForEach-Object -Process { $_.Server })
    if ($mounted.Count -gt 1) {
        throw (('{0} is mounted on {1} at once, so each has mail that the other has not. Stop the one that ' +
                'was cut off and keep its volumes: its mail is in them. Then rebuild it: mailbox.rebuild.') -f
            $Name, ($mounted -join ' and '))
    }
}

function Confirm-Return {
    $group = Get-Group
    $own = (Get-ComputerSystem).Name
    if ($group.ActivationMode -ne 'DagOnly') {
        throw (('{0} is not in datacenter activation coordination mode, so no member is marked as stopped. ' +
                'Bring them back by hand: Add-DatabaseAvailabilityGroupServer.') -f $DagName)
    }

    if ($Members -contains $own -or $group.Stopped -contains $own) {
        throw ('{0} is one of those to take back. Run this on a member that runs.' -f $own)
    }

    foreach ($member in $Members) {
        if ($group.Members -notcontains $member) {
            throw (('{0} is no member of {1}, which has {2}. Check the name; a server that was removed is ' +
                    'rebuilt (mailbox.rebuild).') -f $member, $DagName, ($group.Members -join ', '))
        }
    }

    if ($WitnessServer -ne '' -and -not (Test-ServerAnswer -Server $WitnessServer)) {
        throw ('the witness {0} does not answer. Start its instance first.' -f $WitnessServer)
    }

    foreach ($member in Get-MissingMember) { Confirm-Member -Name $member }
    foreach ($pair in $Databases) { Confirm-Database -Name $pair.Split('=')[0] }
}

function Test-Done {
    Import-ExchangeShell
    if ($Check) {
        Confirm-Return
        return $true
    }

    $faults = @(Get-NodeFault) + @(Get-WitnessFault) +
        @($Databases | ForEach-Object -Process { Get-HomeFault -Pair $_ })
    return ($faults.Count -eq 0)
}

function Move-Home {
    param([Parameter(Mandatory = $true)] [string] $Pair)
    $name = $Pair.Split('=')[0]
    $servers = @(Get-Place -Pair $Pair)
    foreach ($server in $servers) { Repair-DatabaseCopy -Name $name -Server $server }
    $copy = Get-DatabaseCopy -Identity ('{0}\{1}' -f $name, $servers[0])
    if ($copy.Status -ne 'Healthy' -or $null -ne (Get-MaintenanceSign -Server $copy.Server)) { return }
    Write-StepLog -Text ('Moves {0} from {1} to {2}.' -f $name, $copy.Active, $copy.Server)
    # Lossless: it is mounted only when every log has arrived.
    $move = @{ Identity = $name; ActivateOnServer = $copy.Server; MountDialOverride = 'Lossless' }
    $null = Move-ActiveMailboxDatabase @move -Confirm:$false
}

function Set-Done {
    Confirm-Return
    foreach ($member in Get-MissingMember) {
        Write-StepLog -Text ('Takes {0} back into {1}.' -f $member, $DagName)
        Start-DatabaseAvailabilityGroup -Identity $DagName -MailboxServer $member -Confirm:$false
    }

    $wait = @{
        What           = '{0} in {1}' -f ($Members -join ', '), $DagName
        TimeoutSeconds = 600
        Hint           = 'See C:\ExchangeSetupLogs\DagTasks and the event log FailoverClustering.'
    }
    Wait-Until @wait -Condition {
        $faults = @(Get-NodeFault)
        if ($faults.Count -eq 0) { return $true }
        return ($faults -join '; ')
    }

    if (@(Get-WitnessFault).Count -gt 0) {
        Write-StepLog -Text ('Sets the witness of {0}: {1}' -f $DagName, (@(Get-WitnessFault) -join '; '))
        $change = @{}
        if ($WitnessServer -ne '') {
            $change = @{ WitnessServer = $WitnessServer; WitnessDirectory = $WitnessDirectory }
        }

        # Whatever is changed, Exchange chooses the quorum model anew.
        Set-DatabaseAvailabilityGroup -Identity $DagName @change
    }

    $wait = @{
        What           = 'the witness of {0}' -f $DagName
        TimeoutSeconds = 600
        Hint           = 'Check that Exchange Trusted Subsystem is an administrator of the witness server.'
    }
    Wait-Until @wait -Condition {
        $faults = @(Get-WitnessFault)
        if ($faults.Count -eq 0) { return $true }
        return ($faults -join '; ')
    }

    $wait = @{
        What           = 'the databases of {0} in their places' -f $DagName
        TimeoutSeconds = 3600
        Hint           = 'Copying goes on by itself: run this again. See Get-MailboxDatabaseCopyStatus.'
    }
    # Active Manager refuses a database that is moved too often.
    Wait-Until @wait -IntervalSeconds 60 -Condition {
        $faults = @(foreach ($pair in $Databases) {
                if (@(Get-HomeFault -Pair $pair).Count -eq 0) { continue }
                try { Move-Home -Pair $pair }
                catch { $_.Exception.Message }
                Get-HomeFault -Pair $pair
            })
        if ($faults.Count -eq 0) { return $true }
        return ($faults -join '; ')
    }
}
