<#
.SYNOPSIS
Messages up to the size pass the limits of the organisation, and the connectors to and from Edge servers.
.DESCRIPTION
Safe to run again: what is right is left alone. Run on one member, and on every Edge Transport server, which
has limits of its own: EdgeSync brings it no others of them (learn.microsoft.com/exchange/mail-flow/
message-size-limits; EdgeSync replication data).
#>
param(
    # As it is on the wire, a third more than what was attached: see Set-ReceiveConnectors.
    [Parameter(Mandatory = $true)] [ValidateRange(1, 2047)] [int] $MaximumMessageMiB,
    # The domain was there before: where others have Exchange servers in it, its limits stay as they are.
    [Parameter()] [bool] $SharedOrganization = $false,
    # Our Mailbox and Edge Transport servers: other Exchange servers make it an organisation of others.
    [Parameter()] [string[]] $Members = @(),
    [Parameter()] [string[]] $EdgeServers = @(),
    # The Active Directory site that the Edge servers are subscribed to; empty without, and on an Edge server.
    [Parameter()] [string] $EdgeSite = ''
)

function Get-Limit { return ('{0}MB' -f $MaximumMessageMiB) }

function Test-Limit {
    param([Parameter(Mandatory = $true)] [AllowNull()] [object] $Size)
    return ((Get-SizeLimit -Size $Size) -eq $MaximumMessageMiB * 1MB)
}

function Test-Shared {
    return ($SharedOrganization -and (Test-SharedOrganization -Own ($Members + $EdgeServers)))
}

# Others decide on these.
function Write-SmallerLimit {
    param([Parameter(Mandatory = $true)] [object] $Limits)
    foreach ($name in 'MaxSendSize', 'MaxReceiveSize') {
        $size = Get-SizeLimit -Size $Limits.$name
        if ($size -eq 0 -or $size -ge $MaximumMessageMiB * 1MB) { continue }
        Write-StepLog -Text (('Warning: {0} of the organisation is {1}, less than {2} of this deployment, ' +
                'and larger messages do not pass. It is left so: raise it with Set-TransportConfig.') -f
            $name, $Limits.$name, (Get-Limit))
    }
}

function Test-Organization {
    $limits = Get-TransportConfig
    if (Test-Shared) {
        Write-SmallerLimit -Limits $limits
        return $true
    }

    return ((Test-Limit -Size $limits.MaxSendSize) -and (Test-Limit -Size $limits.MaxReceiveSize))
}

# The subscription made them: learn.microsoft.com/exchange/architecture/edge-transport-servers/
# edge-subscriptions. The one to the internet is not there when a smart host is the way out.
function Get-EdgeConnector {
    if ($EdgeSite -eq '') { return }
    $inbound = 'EdgeSync - Inbound to {0}' -f $EdgeSite
    $names = $inbound, ('EdgeSync - {0} to Internet' -f $EdgeSite)
    $found = @(Get-SendConnector | Where-Object -FilterScript { $names -contains "$($_.Name)" })
    if (@($found | Where-Object -FilterScript { "$($_.Name)" -eq $inbound }).Count -eq 0) {
        throw ('there is no send connector {0}: no Edge server is subscribed to that site. {1}' -f
            $inbound, 'See Get-EdgeSubscription, and the step that subscribes.')
    }

    return $found
}

function Get-WrongConnector {
    Get-EdgeConnector | Where-Object -FilterScript { -not (Test-Limit -Size $_.MaxMessageSize) }
}

function Test-Done {
    Import-ExchangeShell
    return ((Test-Organization) -and @(Get-WrongConnector).Count -eq 0)
}

function Set-Done {
    if (-not (Test-Organization)) {
        Set-TransportConfig -MaxSendSize (Get-Limit) -MaxReceiveSize (Get-Limit)
        'Messages of {0} pass.' -f (Get-Limit)
    }

    foreach ($connector in @(Get-WrongConnector)) {
        Set-SendConnector -Identity "$($connector.Identity)" -MaxMessageSize (Get-Limit)
        '{0}: {1}' -f $connector.Name, (Get-Limit)
    }
}
