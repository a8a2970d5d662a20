function Get-RelayConnector {
    <#
    .SYNOPSIS
    Returns the receive connectors of a server: who made them, and whether anybody may relay through them.
    .DESCRIPTION
    Kind is which of setup's connectors it is, empty for one of an administrator. Relaying takes the right
    Accept-Any-Recipient for anonymous sessions (Rights), or the mechanism ExternalAuthoritative (IsTrusted).
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Server
    )

    # learn.microsoft.com/exchange/mail-flow/connectors/receive-connectors, default connectors.
    $kinds = 'Default Frontend', 'Client Frontend', 'Outbound Proxy Frontend', 'Default', 'Client Proxy',
        'Default internal receive connector'
    $anonymous = 'NT AUTHORITY\ANONYMOUS LOGON'
    foreach ($connector in Get-ReceiveConnector -Server $Server) {
        $name = "$($connector.Name)"
        $kind = @($kinds | Where-Object -FilterScript { $name -eq ('{0} {1}' -f $_, $Server) }) -join ''
        $rights = @(Get-ADPermission -Identity "$($connector.DistinguishedName)" -User $anonymous |
                Where-Object -FilterScript {
                    "$($_.Deny)" -ne 'True' -and
                    @($_.ExtendedRights | ForEach-Object -Process { "$_" }) -contains
                    'ms-Exch-SMTP-Accept-Any-Recipient'
                })
        $wide = @($connector.RemoteIPRanges | Where-Object -FilterScript {
                -not (Test-AddressLimit -First "$($_.LowerBound)" -Last "$($_.UpperBound)")
            })
        $isTrusted = "$($connector.AuthMechanism)" -match 'ExternalAuthoritative'
        [pscustomobject] @{
            Name      = $name
            Kind      = $kind
            Connector = $connector
            Rights    = $rights
            IsTrusted = $isTrusted
            Relays    = ($isTrusted -or $rights.Count -gt 0) -and "$($connector.Enabled)" -eq 'True'
            IsLimited = $wide.Count -eq 0
        }
    }
}
