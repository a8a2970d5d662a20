<#
.SYNOPSIS
This server takes messages up to the size, and none of its receive connectors relays for everybody.
.DESCRIPTION
Safe to run again: what is right is left alone. For mailbox servers and Edge Transport servers. A connector
that an administrator made is never changed; one that relays for everybody fails the step.
#>
param(
    # As it is on the wire, which Exchange counts: attachments are a third larger there (base64), so 36 MiB
    # are messages of 27 MiB (learn.microsoft.com/exchange/mail-flow/message-size-limits).
    [Parameter(Mandatory = $true)] [ValidateRange(1, 2047)] [int] $MaximumMessageMiB,
    # The name under which mail programs submit mail on port 587; empty: the server's own.
    [Parameter()] [string] $Namespace = ''
)

$anonymous = 'NT AUTHORITY\ANONYMOUS LOGON'
$anyRecipient = 'ms-Exch-SMTP-Accept-Any-Recipient'

# What setup gives them (learn.microsoft.com/exchange/mail-flow/connectors/receive-connectors).
$mechanisms = @{
    'Default Frontend'                   = 'Tls, Integrated, BasicAuth, BasicAuthRequireTLS, ExchangeServer'
    'Client Frontend'                    = 'Tls, Integrated, BasicAuth, BasicAuthRequireTLS'
    'Outbound Proxy Frontend'            = 'Tls, Integrated, BasicAuth, BasicAuthRequireTLS, ExchangeServer'
    'Default'                            = 'Tls, Integrated, BasicAuth, ExchangeServer'
    'Client Proxy'                       = 'Tls, Integrated, BasicAuth, BasicAuthRequireTLS, ExchangeServer'
    'Default internal receive connector' = 'Tls, ExchangeServer'
}
$groups = @{
    'Default Frontend'                   = 'AnonymousUsers, ExchangeServers, ExchangeLegacyServers'
    'Client Frontend'                    = 'ExchangeUsers'
    'Outbound Proxy Frontend'            = 'ExchangeServers'
    'Default'                            = 'ExchangeUsers, ExchangeServers, ExchangeLegacyServers'
    'Client Proxy'                       = 'ExchangeUsers, ExchangeServers'
    'Default internal receive connector' = 'AnonymousUsers, ExchangeServers, Partners'
}

function Get-Connector { return @(Get-RelayConnector -Server (Get-ComputerSystem).Name) }

function Get-Own {
    param([Parameter(Mandatory = $true)] [AllowEmptyCollection()] [object[]] $Found)
    $own = @($Found | Where-Object -FilterScript { $_.Kind -ne '' })
    if ($own.Count -eq 0) {
        throw ('this server has none of the receive connectors that setup makes, so it takes no mail. ' +
            'See Get-ReceiveConnector and C:\ExchangeSetupLogs\ExchangeSetup.log.')
    }

    return $own
}

# A name without a certificate would end STARTTLS on port 587 (event 12014 of MSExchangeFrontEndTransport).
# TlsCertificateName stays empty: Exchange finds the newest certificate for the name, also a renewed one.
function Test-ClientName {
    if ($Namespace -eq '') { return $false }
    $names = $Namespace, ($Namespace -replace '^[^.]+', '*')
    $fitting = @(Get-ExchangeCertificate | Where-Object -FilterScript {
            "$($_.Services)" -match 'SMTP' -and $_.NotAfter -gt (Get-Date) -and
            @($_.CertificateDomains | Where-Object -FilterScript { $names -contains "$_" }).Count -gt 0
        })
    return ($fitting.Count -gt 0)
}

function Get-Change {
    param([Parameter(Mandatory = $true)] [object] $Own)
    $connector = $Own.Connector
    $change = @{}
    if ((Get-SizeLimit -Size $connector.MaxMessageSize) -ne $MaximumMessageMiB * 1MB) {
        $change.MaxMessageSize = '{0}MB' -f $MaximumMessageMiB
    }

    # Where mail from outside of Exchange comes in, the log says who sent it.
    $isFront = $Own.Kind -match 'Frontend|internal'
    if ($isFront -and "$($connector.ProtocolLoggingLevel)" -ne 'Verbose') {
        $change.ProtocolLoggingLevel = 'Verbose'
    }

    if ($Own.IsTrusted -and -not $Own.IsLimited) {
        $change.AuthMechanism = $mechanisms[$Own.Kind]
        $change.PermissionGroups = $groups[$Own.Kind]
    }

    if ($Own.Kind -eq 'Client Frontend' -and "$($connector.Fqdn)" -ne $Namespace -and (Test-ClientName)) {
        $change.Fqdn = $Namespace
    }

    return $change
}

function Confirm-Relay {
    param([Parameter(Mandatory = $true)] [object[]] $Found)
    $open = @($Found | Where-Object -FilterScript { $_.Relays -and -not $_.IsLimited } |
            ForEach-Object -Process { $_.Name })
    if ($open.Count -gt 0) {
        throw (('receive connector "{0}" relays mail of anybody to anywhere: an open relay, through which ' +
                'others soon send spam. It was made by an administrator and is left so. Limit it to the ' +
                'servers that need it with Set-ReceiveConnector -RemoteIPRanges, or remove it.') -f
            ($open -join '", "'))
    }
}

function Test-Done {
    Import-ExchangeShell
    $found = @(Get-Connector)
    foreach ($own in Get-Own -Found $found) {
        if ($own.Rights.Count -gt 0 -or (Get-Change -Own $own).Count -gt 0) { return $false }
    }

    Confirm-Relay -Found $found
    return $true
}

function Set-Done {
    foreach ($own in Get-Own -Found @(Get-Connector)) {
        $identity = "$($own.Connector.Identity)"
        $inherited = @($own.Rights | Where-Object -FilterScript { "$($_.IsInherited)" -eq 'True' })
        if ($inherited.Count -gt 0) {
            throw (('{0} lets {1} relay by a right that it inherits: an open relay. Remove {2} from the ' +
                    'containers above it in the directory, then run this again.') -f
                $identity, $anonymous, $anyRecipient)
        }

        if ($own.Rights.Count -gt 0) {
            $right = @{ User = $anonymous; ExtendedRights = $anyRecipient }
            Remove-ADPermission -Identity "$($own.Connector.DistinguishedName)" @right -Confirm:$false
            '{0}: no relaying for {1} any more' -f $identity, $anonymous
        }

        $change = Get-Change -Own $own
        if ($change.Count -eq 0) { continue }
        Set-ReceiveConnector -Identity $identity @change
        '{0}: {1}' -f $identity, (@($change.Keys | Sort-Object) -join ', ')
    }
}
