<#
.SYNOPSIS
Every database of the availability group is mounted on the server of its first preference.
.DESCRIPTION
Safe to run again: a database that is mounted there stays. None is moved or mounted with loss of data.
The databases of a server in maintenance are left where the operator has them.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DagName,
    # Database and server: DB01=EXA1.
    [Parameter(Mandatory = $true)] [ValidatePattern('^[^=]+=[^=]+$')] [string[]] $Databases
)

function Get-ActiveFault {
    param([Parameter(Mandatory = $true)] [string] $Pair)
    $name, $server = $Pair.Split('=')
    $copy = Get-DatabaseCopy -Identity ('{0}\{1}' -f $name, $server)
    if ($copy.Status -eq 'Mounted') { return }
    $sign = Get-MaintenanceSign -Server $server
    if ($null -eq $sign) {
        return ('{0} is {1}, the active copy is on {2}' -f $copy.Name, $copy.Status, $copy.Active)
    }

    Write-StepLog -Text ('Leaves {0} on {1}: {2} is in maintenance, {3}.' -f
        $name, $copy.Active, $server, $sign)
}

function Test-Done {
    Import-ExchangeShell
    return (@($Databases | ForEach-Object -Process { Get-ActiveFault -Pair $_ }).Count -eq 0)
}

function Move-Database {
    param([Parameter(Mandatory = $true)] [string] $Pair)
    $name, $server = $Pair.Split('=')
    $copy = Get-DatabaseCopy -Identity ('{0}\{1}' -f $name, $server)
    if ($copy.Active -eq $server) {
        if ($copy.Status -eq 'Dismounted') {
            Write-StepLog -Text ('Mounts {0}.' -f $name)
            Mount-Database -Identity $name
        }
    }
    elseif ($copy.Status -eq 'Healthy') {
        Write-StepLog -Text ('Moves {0} from {1} to {2}.' -f $name, $copy.Active, $server)
        # Lossless: it is mounted only when every log has arrived.
        $move = @{ Identity = $name; ActivateOnServer = $server; MountDialOverride = 'Lossless' }
        $null = Move-ActiveMailboxDatabase @move -Confirm:$false
    }
}

function Set-Done {
    $wait = @{
        What           = 'the databases of {0} on their first servers' -f $DagName
        TimeoutSeconds = 1800
        Hint           = 'See Get-MailboxDatabaseCopyStatus; a copy has to be Healthy to become active.'
    }
    # Active Manager refuses a database that is moved too often.
    Wait-Until @wait -IntervalSeconds 60 -Condition {
        $faults = @(foreach ($pair in $Databases) {
                $fault = Get-ActiveFault -Pair $pair
                if ($null -eq $fault) { continue }
                try {
                    Move-Database -Pair $pair
                    Get-ActiveFault -Pair $pair
                }
                catch { '{0}: {1}' -f $fault, $_.Exception.Message }
            })
        if ($faults.Count -eq 0) { return $true }
        return ($faults -join '; ')
    }
}
