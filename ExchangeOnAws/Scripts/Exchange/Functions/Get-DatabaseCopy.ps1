function Get-DatabaseCopy {
    <#
    .SYNOPSIS
    Returns the status of a database's copies, or of the one on a server, as text and numbers.
    .DESCRIPTION
    The identity is DB01, or DB01\EXB1 for one copy. Active is the server whose copy is the active one.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Identity
    )

    foreach ($copy in Get-MailboxDatabaseCopyStatus -Identity $Identity) {
        [pscustomobject] @{
            Name           = $copy.Name
            Database       = "$($copy.DatabaseName)"
            Server         = "$($copy.MailboxServer)"
            Status         = "$($copy.Status)"
            Active         = "$($copy.ActiveDatabaseCopy)"
            CopyQueue      = [long] $copy.CopyQueueLength
            ReplayQueue    = [long] $copy.ReplayQueueLength
            IndexState     = "$($copy.ContentIndexState)"
            SuspendComment = "$($copy.SuspendComment)"
        }
    }
}
