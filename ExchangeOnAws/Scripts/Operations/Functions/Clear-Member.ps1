function Clear-Member {
    <#
    .SYNOPSIS
    Moves the databases that are mounted on a member to healthy copies, by preference and without loss, and
    lets none come back. A database that has no other copy stays.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Server
    )

    $wait = @{
        What           = 'other members to take the databases of {0}' -f $Server
        TimeoutSeconds = 1800
        Hint           = 'See Get-MailboxDatabaseCopyStatus. Exit-Maintenance brings the server back.'
    }
    # Active Manager refuses a database that is moved too often.
    Wait-Until @wait -IntervalSeconds 20 -Condition {
        $replicated = @(Get-MountedDatabase -Server $Server |
                Where-Object -FilterScript { $_.Copies -gt 1 })
        if ($replicated.Count -eq 0) { return $true }
        $answers = @(foreach ($database in $replicated) {
                '{0} was mounted here' -f $database.Name
                $database.Faults
                $move = @{ Identity = $database.Name; MountDialOverride = 'Lossless'; Confirm = $false }
                foreach ($target in $database.Targets) {
                    Write-StepLog -Text ('Moves {0} to {1}.' -f $database.Name, $target)
                    try {
                        $null = Move-ActiveMailboxDatabase @move -ActivateOnServer $target
                        break
                    }
                    catch { $_.Exception.Message }
                }
            })
        return ($answers -join '; ')
    }

    # From now on one that comes here is sent away.
    Set-MailboxServer -Identity $Server -DatabaseCopyActivationDisabledAndMoveNow $true
}
