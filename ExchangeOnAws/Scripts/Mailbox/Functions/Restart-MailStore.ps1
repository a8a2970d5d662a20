function Restart-MailStore {
    <#
    .SYNOPSIS
    Restarts the information store, unless the server's mounted databases hold mailboxes; then it says so.
    .DESCRIPTION
    The store divides its cache at its start among the databases that are there
    (learn.microsoft.com/exchange/architecture/mailbox-servers/managed-store).
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Server
    )

    # One may be the setup account's, which nobody reads. System mailboxes are of other kinds.
    $kinds = 'UserMailbox', 'SharedMailbox', 'RoomMailbox', 'EquipmentMailbox', 'LinkedMailbox'
    $search = @{ Server = $Server; RecipientTypeDetails = $kinds; ResultSize = 2 }
    if (@(Get-Mailbox @search -WarningAction SilentlyContinue).Count -gt 1) {
        Write-StepLog -Text ('{0} holds mailboxes: restart MSExchangeIS in a maintenance window.' -f $Server)
        return
    }

    Restart-Service -Name 'MSExchangeIS' -Force
}
