<#
.SYNOPSIS
Each of the named databases has a copy on this server with the activation preference, mounted or healthy.
.DESCRIPTION
Safe to run again: copies that are there stay, those that the plan does not name too. Only a copy that
this step added is seeded; one that failed later is named, with the command that seeds it again. Files of
a former copy, on the volumes of a server that was rebuilt, are used and never deleted.
#>
param(
    [Parameter()] [string[]] $Databases = @(),
    [Parameter(Mandatory = $true)] [ValidateRange(1, 16)] [int] $Preference,
    [Parameter()] [string] $DatabaseRoot = 'D:\Databases',
    [Parameter()] [string] $LogRoot = 'E:\Logs'
)

$pending = 'C:\ProgramData\ExchangeOnAws\Steps\Set-DatabaseCopies.restart'

function Get-Database {
    param([Parameter(Mandatory = $true)] [string] $Name)
    return (Get-MailboxDatabase | Where-Object -FilterScript { $_.Name -eq $Name })
}

function Get-PlanFault {
    param([Parameter(Mandatory = $true)] [string] $Name, [Parameter(Mandatory = $true)] [string] $Server)
    $found = Get-CopyPreference -Database (Get-Database -Name $Name) -Server $Server
    if ($found -eq 0) { return ('{0} has no copy on {1}' -f $Name, $Server) }
    if ($found -ne $Preference) { return ('{0} has preference {1} on {2}' -f $Name, $found, $Server) }
    $copy = Get-DatabaseCopy -Identity ('{0}\{1}' -f $Name, $Server)
    if ($copy.Status -notin 'Mounted', 'Healthy') { return ('{0} is {1}' -f $copy.Name, $copy.Status) }
}

function Test-Done {
    if ($Databases.Count -eq 0) { return $true }
    if (Test-Path -LiteralPath $pending) { return $false }
    Import-ExchangeShell
    $server = (Get-ComputerSystem).Name
    return (@($Databases | ForEach-Object -Process { Get-PlanFault -Name $_ -Server $server }).Count -eq 0)
}

function Get-NewName {
    if (-not (Test-Path -LiteralPath $pending)) { return }
    return @(Get-Content -LiteralPath $pending -Encoding UTF8)
}

function Get-FileMark {
    # Beside the names: a copy that found files is not new, for they may be the only ones of what was lost.
    param([Parameter(Mandatory = $true)] [string] $Name)
    return ('{0}: files' -f $Name)
}

function New-Copy {
    param([Parameter(Mandatory = $true)] [string] $Name, [Parameter(Mandatory = $true)] [string] $Server)
    $database = Get-Database -Name $Name
    # learn.microsoft.com, Add-MailboxDatabaseCopy: not while the first copy logs circularly.
    if ($null -ne $database -and $database.CircularLoggingEnabled -and
        @($database.ActivationPreference).Count -eq 1) {
        throw (('{0} has circular logging on, so it cannot have a second copy. Run Set-MailboxDatabase ' +
                '-Identity {0} -CircularLoggingEnabled $false, dismount and mount it, and run this again.') -f
            $Name)
    }

    # Remembered, so that a failure before the restart of the store is not forgotten.
    New-Folder -Path (Split-Path -Path $pending -Parent)
    $mark = $Name
    if ($null -ne $database -and (Test-Path -LiteralPath "$($database.EdbFilePath)")) {
        Write-StepLog -Text ('Uses the files of a former copy: {0}.' -f $database.EdbFilePath)
        $mark = Get-FileMark -Name $Name
    }

    Add-Content -LiteralPath $pending -Value $mark -Encoding UTF8
    if ($null -eq $database) {
        Write-StepLog -Text ('Makes {0}.' -f $Name)
        $paths = @{
            EdbFilePath   = '{0}\{1}\{1}.edb' -f $DatabaseRoot, $Name
            LogFolderPath = '{0}\{1}' -f $LogRoot, $Name
        }
        $null = New-MailboxDatabase -Name $Name -Server $Server @paths
        return
    }

    Write-StepLog -Text ('Adds a copy of {0} on {1}.' -f $Name, $Server)
    # Seeded by a command of its own: that one does not hold the step for hours, and can be repeated.
    $copy = @{ Identity = $Name; MailboxServer = $Server; ActivationPreference = $Preference }
    $null = Add-MailboxDatabaseCopy @copy -SeedingPostponed
}

function Wait-Database {
    $wait = @{
        What           = 'the databases {0}' -f ($Databases -join ', ')
        TimeoutSeconds = 600
        Hint           = 'Their first copies come before others: see Set-DatabaseCopies with preference 1.'
    }
    Wait-Until @wait -Condition {
        $missing = @($Databases | Where-Object -FilterScript { $null -eq (Get-Database -Name $_) })
        if ($missing.Count -eq 0) { return $true }
        return ('{0} does not exist yet' -f ($missing -join ', '))
    }
}

function Write-Difference {
    param([Parameter(Mandatory = $true)] [string] $Server)
    foreach ($database in Get-MailboxDatabase) {
        $name = $database.Name
        $place = '{0}, {1}' -f $database.EdbFilePath, $database.LogFolderPath
        $planned = '{0}\{2}\{2}.edb, {1}\{2}' -f $DatabaseRoot, $LogRoot, $name
        $here = Get-CopyPreference -Database $database -Server $Server
        if ($Databases -contains $name -and $place -ne $planned) {
            'Leaves {0} where it is: {1}.' -f $name, $place
        }
        elseif ($Databases -notcontains $name -and $here -eq $Preference) {
            'Leaves the copy of {0}, which the plan does not name with preference {1}.' -f $name, $Preference
        }
    }
}

function Wait-Copy {
    param([Parameter(Mandatory = $true)] [string] $Server, [Parameter(Mandatory = $true)] [int] $Seconds)
    $wait = @{
        What           = 'the copies on {0}' -f $Server
        TimeoutSeconds = $Seconds
        Hint           = 'Seeding goes on by itself; run this step again. See Get-MailboxDatabaseCopyStatus.'
    }
    Wait-Until @wait -IntervalSeconds 30 -Condition {
        $faults = @(foreach ($name in $Databases) {
                $fault = Get-PlanFault -Name $name -Server $Server
                if ($null -eq $fault) { continue }
                # A new database is mounted only when the directory has told Active Manager of it.
                try {
                    $marks = @(Get-NewName)
                    $origin = @{
                        IsNew    = $marks -contains $name
                        HasFiles = $marks -contains (Get-FileMark -Name $name)
                    }
                    Repair-DatabaseCopy -Name $name -Server $Server @origin
                    $fault
                }
                catch { '{0}: {1}' -f $fault, $_.Exception.Message }
            })
        if ($faults.Count -eq 0) { return $true }
        return ($faults -join '; ')
    }
}

function Set-Done {
    $server = (Get-ComputerSystem).Name
    Import-ExchangeShell
    if ($Preference -gt 1) { Wait-Database }
    Write-Difference -Server $server
    foreach ($name in $Databases) {
        $found = Get-CopyPreference -Database (Get-Database -Name $name) -Server $server
        if ($found -eq 0) { New-Copy -Name $name -Server $server }
        elseif ($found -ne $Preference) {
            $copy = '{0}\{1}' -f $name, $server
            Write-StepLog -Text ('Sets the preference of {0} from {1} to {2}.' -f $copy, $found, $Preference)
            Set-MailboxDatabaseCopy -Identity $copy -ActivationPreference $Preference
        }
    }

    # With all other waits of a run 95 minutes: State Manager gives up after two hours.
    Wait-Copy -Server $server -Seconds 4200
    if (Test-Path -LiteralPath $pending) {
        Restart-MailStore -Server $server
        Remove-Item -LiteralPath $pending -Force
    }

    Wait-Copy -Server $server -Seconds 300
}
