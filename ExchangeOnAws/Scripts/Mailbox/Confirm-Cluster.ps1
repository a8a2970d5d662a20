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

# Faults share the parameter with the notes, and are cut to what is left.
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

function Get-Fault {
    Get-LastingFault -Look { Get-GroupFault }
    Get-LastingFault -Look { Get-DatabaseFault }
    foreach ($member in $Members) { Get-LastingFault -Look { Get-ServerFault -Name $member } }
}

function Get-NoteText {
    $text = $seen.Notes -join "`n"
    return $text.Substring(0, [math]::Min($text.Length, $longestNotes))
}

function Get-Fact {
    $facts = [ordered] @{
        dag       = $DagName
        members   = $Members
        databases = $Databases.Count
        witness   = $WitnessServer
    }
    if ($seen.Notes.Count -gt 0) { $facts.notes = @((Get-NoteText).Split("`n")) }
    return $facts
}

function Write-Result {
    param([Parameter()] [string[]] $Faults = @())
    Write-VerificationResult -ParameterName $ResultParameter -Facts (Get-Fact) -Faults $Faults
    $seen.Written = (@($Faults) + $seen.Notes) -join "`n"
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
    if ($seen.Faults.Count -gt 0) { return $false }
    return (Test-VerificationResult -ParameterName $ResultParameter -Facts (Get-Fact))
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
