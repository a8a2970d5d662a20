function Repair-DatabaseCopy {
    <#
    .SYNOPSIS
    Mounts the active copy of a database on a server, or starts seeding a passive one that is new.
    .DESCRIPTION
    Neither loses data: a database is mounted only when that needs none, and a copy is seeded only when this
    step added it. One that somebody suspended is refused, and one that failed later too: after a recovery
    with loss, it may be the only one with the logs that were lost. A copy that was added where files of a
    former one are goes on from those.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Name,
        [Parameter(Mandatory = $true)] [string] $Server,
        # The copy was added a moment ago, so there is nothing to lose there.
        [Parameter()] [switch] $IsNew,
        # The copy was added to files that were there.
        [Parameter()] [switch] $HasFiles
    )

    $identity = '{0}\{1}' -f $Name, $Server
    $copy = Get-DatabaseCopy -Identity $identity
    if ($copy.Active -eq $Server) {
        if ($copy.Status -in 'Dismounted', 'Failed', 'FailedAndSuspended') { Mount-Database -Identity $Name }
        return
    }

    $seed = @{ Identity = $identity; BeginSeed = $true }
    $comment = 'The copy failed and is seeded again.'
    if ($copy.Status -in 'Failed', 'FailedAndSuspended' -and -not $IsNew -and
        $copy.SuspendComment -ne $comment) {
        $command = 'Update-MailboxDatabaseCopy -Identity {0} -SafeDeleteExistingFiles' -f $identity
        if ($copy.Status -eq 'Failed') {
            $command = 'Suspend-MailboxDatabaseCopy -Identity {0}; {1}' -f $identity, $command
        }

        throw (('{0} is {1}, and it may hold logs that no other copy has, so it is not seeded over here. ' +
                'See Get-MailboxDatabaseCopyStatus; when its files may go, run: {2}') -f
            $identity, $copy.Status, $command)
    }

    switch ($copy.Status) {
        'Failed' {
            # learn.microsoft.com, Update-MailboxDatabaseCopy: only a suspended copy can be seeded.
            Suspend-MailboxDatabaseCopy -Identity $identity -SuspendComment $comment -Confirm:$false
            $seed.SafeDeleteExistingFiles = $true
        }
        'FailedAndSuspended' { $seed.SafeDeleteExistingFiles = $true }
        'Suspended' {
            # learn.microsoft.com, Add-MailboxDatabaseCopy: a copy that was never seeded says so.
            $isMarked = $copy.SuspendComment -like '*because database needs to be seeded*'
            if ($HasFiles -and $isMarked) {
                # As with files that were copied by hand: learn.microsoft.com/exchange/high-availability/
                # manage-ha/update-db-copies. Files that do not fit make it a failed copy, which is refused.
                Write-StepLog -Text ('Resumes {0} with the files that are there.' -f $identity)
                Resume-MailboxDatabaseCopy -Identity $identity -Confirm:$false
                return
            }

            $isUnseeded = $IsNew -or $isMarked
            if (-not $isUnseeded -and $copy.SuspendComment -ne $comment) {
                throw (('{0} was suspended by somebody: "{1}". That is not undone here; when it may go on, ' +
                        'run: Resume-MailboxDatabaseCopy -Identity {0}') -f $identity, $copy.SuspendComment)
            }

            if (-not $isUnseeded) { $seed.SafeDeleteExistingFiles = $true }
        }
        # Seeding, resynchronizing and the like end by themselves.
        default { return }
    }

    Write-StepLog -Text ('Seeds {0}, which is {1}.' -f $identity, $copy.Status)
    $null = Update-MailboxDatabaseCopy @seed -Confirm:$false
}
