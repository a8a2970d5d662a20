function Wait-ServerCopy {
    <#
    .SYNOPSIS
    Waits until every copy of a database on a server is healthy, or mounted where it is the active one.
    .DESCRIPTION
    A copy that is suspended or failed is named and left: somebody has to say whether it may be seeded.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Server
    )

    $wait = @{
        What           = 'the copies on {0}' -f $Server
        TimeoutSeconds = 2100
        Hint           = 'Those that are suspended or failed stay so: see Get-MailboxDatabaseCopyStatus.'
    }
    Wait-Until @wait -IntervalSeconds 30 -Condition {
        $faults = @(foreach ($database in Get-MailboxDatabase) {
                # One that somebody restores from a backup is nobody's mail.
                if ("$($database.Recovery)" -eq 'True') { continue }
                if ((Get-CopyPreference -Database $database -Server $Server) -eq 0) { continue }
                $copy = Get-DatabaseCopy -Identity ('{0}\{1}' -f $database.Name, $Server)
                $expected = 'Healthy'
                if ($copy.Active -eq $Server) { $expected = 'Mounted' }
                Get-CopyFault -Copy $copy -Expected $expected
            })
        if ($faults.Count -eq 0) { return $true }
        return ($faults -join '; ')
    }
}
