<#
.SYNOPSIS
The copy of a database on this server is healthy: seeded again from the active one if it was not.
.DESCRIPTION
Safe to run again: a healthy copy is left alone, and a seeding that runs is awaited. The files of the copy are
deleted, so an operator gives the word for this one copy. Refused is what could delete the last good one.
#>
param(
    [Parameter(Mandatory = $true)] [string] $Database,
    # The database, "on", this server: DB01 on EXB1.
    [Parameter(Mandatory = $true)] [string] $Confirmation
)

# States that end by themselves.
$passing = 'Seeding', 'Initializing', 'Resynchronizing', 'SinglePageRestore'

function Confirm-Request {
    $expected = '{0} on {1}' -f $Database, (Get-ComputerSystem).Name
    if ($Confirmation -cne $expected) {
        throw (('the confirmation is "{0}", so nothing was changed. Seeding deletes the files of the copy, ' +
                'and logs that only it has. When they may go, confirm with: {1}') -f $Confirmation, $expected)
    }
}

function Get-OwnCopy {
    $server = (Get-ComputerSystem).Name
    $found = Get-MailboxDatabase | Where-Object -FilterScript { $_.Name -eq $Database }
    if ((Get-CopyPreference -Database $found -Server $server) -eq 0) {
        throw (('{0} has no copy on {1}. A copy is made by Cluster/Set-DatabaseCopies; ' +
                'check the name and the server.') -f $Database, $server)
    }

    return (Get-DatabaseCopy -Identity ('{0}\{1}' -f $Database, $server))
}

function Test-Done {
    Confirm-Request
    Import-ExchangeShell
    return ((Get-OwnCopy).Status -eq 'Healthy')
}

function Confirm-Source {
    param([Parameter(Mandatory = $true)] [object] $Copy)
    if ($Copy.Active -eq $Copy.Server) {
        throw (('{0} is the active copy, {1}: seeding would delete what others are copied from. Move it ' +
                'first: Move-ActiveMailboxDatabase -Identity {2}') -f $Copy.Name, $Copy.Status, $Database)
    }

    $source = Get-DatabaseCopy -Identity ('{0}\{1}' -f $Database, $Copy.Active)
    if ($source.Status -ne 'Mounted') {
        throw (('{0} is {1}, so there is nothing to seed {2} from, and its own files may be the last good ' +
                'ones. Mount the database first.') -f $source.Name, $source.Status, $Copy.Name)
    }
}

function Set-Done {
    $copy = Get-OwnCopy
    Confirm-Source -Copy $copy
    if ($passing -notcontains $copy.Status) {
        # learn.microsoft.com, Update-MailboxDatabaseCopy: only a suspended copy can be seeded.
        if ($copy.Status -notlike '*Suspended') {
            $reason = 'An operator has it seeded again.'
            Suspend-MailboxDatabaseCopy -Identity $copy.Name -SuspendComment $reason -Confirm:$false
        }

        Write-StepLog -Text ('Seeds {0}, which was {1}: "{2}"' -f
            $copy.Name, $copy.Status, $copy.SuspendComment)
        # In the background: a command that seeds would hold the step for hours.
        $seed = @{ Identity = $copy.Name; DeleteExistingFiles = $true; BeginSeed = $true }
        $null = Update-MailboxDatabaseCopy @seed -Confirm:$false
    }

    $wait = @{
        What           = '{0} to be healthy' -f $copy.Name
        TimeoutSeconds = 5400
        Hint           = 'Seeding goes on by itself: run this again, unless the copy failed anew.'
    }
    Wait-Until @wait -IntervalSeconds 30 -Condition {
        $status = (Get-OwnCopy).Status
        if ($status -eq 'Healthy') { return $true }
        return ('it is {0}' -f $status)
    }
}
