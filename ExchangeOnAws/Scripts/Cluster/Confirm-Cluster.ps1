<#
.SYNOPSIS
The availability group is healthy: services, replication, copies, cluster and witness; a parameter says so.
.DESCRIPTION
Safe to run again: it looks, waits for what is not there yet, and writes the result. Faults are written before
anything is waited for, so that no earlier result outlives them.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DagName,
    [Parameter(Mandatory = $true)] [string[]] $Members,
    # Database and servers, the first preference first: DB01=EXA1/EXB1.
    [Parameter(Mandatory = $true)] [ValidatePattern('^[^=]+=[^=]+$')] [string[]] $Databases,
    [Parameter()] [string] $WitnessServer = '',
    # The name of the Parameter Store parameter that gets the result.
    [Parameter(Mandatory = $true)] [string] $ResultParameter
)

# A standard parameter holds 4,096 characters (Systems Manager user guide, parameter tiers).
$longest = 3500
$longestNotes = 1000

# What the last look found; Written is what the parameter says of it.
$seen = @{ Faults = @(); Notes = @() }

function Get-GroupFault {
    $group = Get-AvailabilityGroup -DagName $DagName
    if ($null -eq $group) { return ('there is no {0}' -f $DagName) }
    foreach ($member in $Members | Where-Object -FilterScript { $group.Members -notcontains $_ }) {
        '{0} is no member' -f $member
    }

    if ($group.ActivationMode -ne 'DagOnly') { 'activation mode is {0}' -f $group.ActivationMode }
    if ($group.Stopped.Count -gt 0) { '{0} marked as stopped' -f ($group.Stopped -join ', ') }
    if ($WitnessServer -ne '' -and -not (Test-SameServer -Name $group.WitnessServer -Other $WitnessServer)) {
        'the witness is {0}, not {1}' -f $group.WitnessServer, $WitnessServer
    }

    Get-QuorumFault -Members $group.Members
}

function Get-DatabaseFault {
    $seen.Notes = @()
    foreach ($pair in $Databases) {
        $name, $list = $pair.Split('=')
        $servers = @($list.Split('/'))
        $copies = @(Get-DatabaseCopy -Identity $name)
        $active = $servers[0]
        foreach ($copy in $copies) {
            if ($copy.Status -eq 'Mounted' -and $servers -contains $copy.Server) { $active = $copy.Server }
        }

        foreach ($server in $servers) {
            $copy = $copies | Where-Object -FilterScript { $_.Server -eq $server }
            $expected = 'Healthy'
            if ($server -eq $active) { $expected = 'Mounted' }
            if ($null -eq $copy) { '{0} has no copy on {1}' -f $name, $server }
            else { Get-CopyFault -Copy $copy -Expected $expected }
        }

        if ($active -eq $servers[0]) { continue }
        $sign = Get-MaintenanceSign -Server $servers[0]
        if ($null -eq $sign) {
            '{0} is mounted on {1} and not on {2}, its first preference' -f $name, $active, $servers[0]
        }
        else {
            $seen.Notes += '{0} is mounted on {1}: {2} is in maintenance, {3}' -f
                $name, $active, $servers[0], $sign
        }
    }
}

function Get-LookFault {
    param([Parameter(Mandatory = $true)] [scriptblock] $Look)
    try { return @(& $Look) }
    catch { Start-Sleep -Seconds 15 }
    # What cannot be asked twice is a fault, and the others are still named.
    try { return @(& $Look) }
    catch { return $_.Exception.Message }
}

function Get-Fault {
    Get-LookFault -Look { Get-GroupFault }
    Get-LookFault -Look { Get-DatabaseFault }
    foreach ($member in $Members) { Get-LookFault -Look { Get-ServerFault -Name $member } }
}

function Get-NoteText {
    $text = $seen.Notes -join "`n"
    return $text.Substring(0, [math]::Min($text.Length, $longestNotes))
}

function Get-Result {
    param([Parameter()] [string] $FaultText = '')
    $now = (Get-Date).ToUniversalTime()
    $result = [ordered] @{
        result    = 'healthy'
        checkedAt = $now.ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
        dag       = $DagName
        members   = $Members
        databases = $Databases.Count
        witness   = $WitnessServer
    }
    if ($FaultText -ne '') {
        $result.result = 'faulty'
        $result.faults = @($FaultText.Split("`n"))
    }

    if ($seen.Notes.Count -gt 0) { $result.notes = @((Get-NoteText).Split("`n")) }
    return $result
}

function Write-Result {
    param([Parameter()] [string[]] $Faults = @())
    $text = $Faults -join "`n"
    while ($true) {
        $value = Get-Result -FaultText $text | ConvertTo-Json -Compress
        if ($value.Length -le $longest) { break }
        # How much longer JSON makes a text depends on the signs in it.
        $text = $text.Substring(0, [int] ($text.Length * 0.7))
    }

    $parameter = @{ Name = $ResultParameter; Value = $value; Type = 'String'; Overwrite = $true }
    $null = Write-SSMParameter @parameter -Region (Get-InstanceMetadata -Item 'placement/region')
    $seen.Written = (@($Faults) + $seen.Notes) -join "`n"
}

function Get-Written {
    $place = @{ Name = $ResultParameter; Region = Get-InstanceMetadata -Item 'placement/region' }
    try { $value = (Get-SSMParameter @place).Value }
    catch {
        # The text of an exception names the types of those inside it.
        if ("$($_.Exception)" -match 'ParameterNotFound') { return $null }
        throw
    }

    try { return (ConvertFrom-Json -InputObject $value) }
    catch { return $null }
}

function Test-Written {
    $written = Get-Written
    if ($null -eq $written) { return $false }
    $expected = Get-Result
    foreach ($name in 'result', 'dag', 'databases', 'witness') {
        $property = $written.PSObject.Properties[$name]
        if ($null -eq $property -or "$($property.Value)" -ne "$($expected[$name])") { return $false }
    }

    $notes = $written.PSObject.Properties['notes']
    $text = ''
    if ($null -ne $notes) { $text = @($notes.Value) -join "`n" }
    return (($written.members -join ',') -eq ($Members -join ',') -and $text -eq (Get-NoteText))
}

function Test-Done {
    try { Import-ExchangeShell }
    catch {
        if ($seen.ContainsKey('Written')) { throw }
        # Exchange that does not answer is a fault like others, and Set-Done writes it.
        $seen.Faults = @($_.Exception.Message)
        return $false
    }

    $seen.Faults = @(Get-Fault)
    return ($seen.Faults.Count -eq 0 -and (Test-Written))
}

function Update-Result {
    $seen.Faults = @(Get-Fault)
    if ((($seen.Faults + $seen.Notes) -join "`n") -ne $seen.Written) { Write-Result -Faults $seen.Faults }
}

function Set-Done {
    Write-Result -Faults $seen.Faults
    if ($seen.Faults.Count -eq 0) { return ('Wrote the result to {0}.' -f $ResultParameter) }

    Import-ExchangeShell
    # A look at 16 members that answer late takes 20 minutes. None begins after this, so that the step ends
    # within the hour that it has: at most two such looks, and nine minutes of sleep.
    $end = (Get-Date).AddMinutes(15)
    $failure = $null
    $wait = @{
        What           = 'the health of {0}' -f $DagName
        TimeoutSeconds = 540
        Hint           = 'See Test-ReplicationHealth and Get-MailboxDatabaseCopyStatus on the servers named.'
    }
    try {
        Wait-Until @wait -IntervalSeconds 60 -Condition {
            if ((Get-Date) -lt $end) { Update-Result }
            if ($seen.Faults.Count -eq 0) { return $true }
            return ($seen.Faults -join '; ')
        }
    }
    catch { $failure = $_.Exception.Message }

    if ($null -ne $failure) {
        Write-Result -Faults ($seen.Faults + $failure)
        throw $failure
    }

    'Wrote the result to {0}.' -f $ResultParameter
}
