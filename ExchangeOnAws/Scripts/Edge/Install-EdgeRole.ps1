<#
.SYNOPSIS
The Edge Transport role of Exchange is installed and configured under the server's full name, its services may
start, and the server was restarted since.
.DESCRIPTION
Safe to run again: an installed role of whatever version is left alone, and an installation that broke off is
resumed. Setup runs as the local account of the secret: the server is a member of no domain.
#>
param(
    # EDGEA1.example.com: computer name and primary DNS suffix.
    [Parameter(Mandatory = $true)]
    [ValidatePattern('^[A-Za-z0-9-]{1,15}\.[A-Za-z0-9.-]+$')]
    [string] $FullName,
    [Parameter(Mandatory = $true)] [string] $AccountSecretArn,
    # The license above all: /IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF.
    [Parameter(Mandatory = $true)] [ValidatePattern('^[^"%&|<>^]+$')] [string] $SetupSwitches
)

# What setup configures for /Roles:EdgeTransport; it brings the management tools along
# (learn.microsoft.com/exchange/plan-and-deploy/deploy-new-installations/install-edge-transport-role).
$roles = 'AdminTools', 'EdgeTransportRole'

# Automatic and required on every Edge Transport server:
# learn.microsoft.com/exchange/plan-and-deploy/deployment-ref/services-overview. MSExchangeTransport too, but
# New-SubscriptionFile disables it for a while, and Start-EdgeTransport starts it.
$services = 'ADAM_MSExchange', 'MSExchangeEdgeCredential', 'MSExchangeServiceHost'

function Test-Done {
    if (@(Get-UnfinishedRole -Role $roles).Count -gt 0 -or (Test-RestartDue)) { return $false }
    return (@(Get-DisabledService -Name $services).Count -eq 0)
}

function Confirm-Server {
    # Setup makes the full name a part of Exchange, which Microsoft does not support to change afterwards.
    $computer = Get-ComputerSystem
    if ($computer.PartOfDomain) {
        throw (('{0} is a member of {1}, and setup runs as a local account here. ' +
                'Use a server that has not joined a domain.') -f $computer.Name, $computer.Domain)
    }

    $key = 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'
    $suffix = Get-ItemProperty -LiteralPath $key -Name 'Domain' -ErrorAction SilentlyContinue
    $present = $computer.Name
    if ($null -ne $suffix) { $present = '{0}.{1}' -f $present, $suffix.Domain }
    if ($present -ne $FullName) {
        throw (('this server is {0}, and setup would keep that name for ever; {1} is wanted. ' +
                'Run Set-ComputerName and Set-DnsSuffix first.') -f $present, $FullName)
    }

    if (-not (Test-Feature -Name 'ADLDS')) {
        throw ('{0} has no Windows feature ADLDS, in which the role keeps its configuration. {1}' -f
            $FullName, 'Run Install-Features with it first.')
    }
}

function Set-Done {
    if (Wait-ExchangeSetup -TimeoutSeconds 5400) { Request-Restart -Reason 'an earlier setup has ended' }
    if (@(Get-UnfinishedRole -Role $roles).Count -eq 0) {
        foreach ($name in @(Get-DisabledService -Name $services)) {
            Set-Service -Name $name -StartupType 'Automatic'
        }

        Request-Restart -Reason 'the Edge Transport role is installed'
    }

    Confirm-RoleVersion -Role $roles
    Confirm-Server
    Request-PendingRestart
    $setup = @{
        Name           = 'EdgeTransport'
        SetupSecretArn = $AccountSecretArn
        Arguments      = '/Mode:Install /Roles:EdgeTransport {0}' -f $SetupSwitches
        # Microsoft expects 40 minutes.
        TimeoutSeconds = 5400
    }
    Install-ExchangeRole -Setup $setup -Role $roles
}
