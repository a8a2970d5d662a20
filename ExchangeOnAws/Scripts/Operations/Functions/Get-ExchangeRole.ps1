function Get-ExchangeRole {
    <#
    .SYNOPSIS
    Returns the role of Exchange that this server has: Mailbox, Edge, or an empty text for none.
    #>
    [CmdletBinding()]
    param()

    foreach ($state in Get-RoleState -Role 'MailboxRole', 'EdgeTransportRole') {
        if ($state.UnpackedVersion -eq '') { continue }
        if ($state.Role -eq 'MailboxRole') { return 'Mailbox' }
        return 'Edge'
    }

    return ''
}
