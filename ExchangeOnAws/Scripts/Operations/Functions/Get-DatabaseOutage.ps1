function Get-DatabaseOutage {
    <#
    .SYNOPSIS
    Says which databases would be away with a member of a group: they are mounted there, and no other copy can
    take them.
    .DESCRIPTION
    A database that has one copy and no mailboxes of people, like the one that setup makes, may be away.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Server
    )

    $kinds = 'UserMailbox', 'SharedMailbox', 'RoomMailbox', 'EquipmentMailbox', 'LinkedMailbox'
    foreach ($database in Get-MountedDatabase -Server $Server) {
        if ($database.Targets.Count -gt 0) { continue }
        if ($database.Copies -gt 1) {
            'no other copy can take {0}: {1}' -f $database.Name, ($database.Faults -join ', ')
            continue
        }

        $search = @{ Database = $database.Name; RecipientTypeDetails = $kinds; ResultSize = 1 }
        if (@(Get-Mailbox @search -WarningAction SilentlyContinue).Count -gt 0) {
            '{0} has mailboxes and no copy but the one on {1}' -f $database.Name, $Server
        }
        else { Write-StepLog -Text ('{0} has one copy and no mailboxes: it may be away.' -f $database.Name) }
    }
}
