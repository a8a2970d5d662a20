function Restore-ActiveDatabase {
    <#
    .SYNOPSIS
    Moves the databases whose first preference is a server back there, without loss.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Server
    )

    $wait = @{
        What           = 'the databases that prefer {0}' -f $Server
        TimeoutSeconds = 1200
        Hint           = 'See Get-MailboxDatabaseCopyStatus; they are mounted elsewhere, so run this again.'
    }
    # Active Manager refuses a database that is moved too often.
    Wait-Until @wait -IntervalSeconds 60 -Condition {
        $faults = @(foreach ($database in Get-MailboxDatabase) {
                if ((Get-CopyPreference -Database $database -Server $Server) -ne 1) { continue }
                $copy = Get-DatabaseCopy -Identity ('{0}\{1}' -f $database.Name, $Server)
                if ($copy.Active -eq $Server) { continue }
                Write-StepLog -Text ('Moves {0} from {1} to {2}.' -f $database.Name, $copy.Active, $Server)
                $move = @{ Identity = $database.Name; ActivateOnServer = $Server }
                try {
                    $null = Move-ActiveMailboxDatabase @move -MountDialOverride 'Lossless' -Confirm:$false
                }
                catch { '{0}: {1}' -f $copy.Name, $_.Exception.Message }
            })
        if ($faults.Count -eq 0) { return $true }
        return ($faults -join '; ')
    }
}
