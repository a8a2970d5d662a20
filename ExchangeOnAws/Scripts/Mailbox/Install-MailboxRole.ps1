<#
.SYNOPSIS
The Mailbox role of Exchange is installed and configured, its services may start, and the server was restarted
since.
.DESCRIPTION
Safe to run again: an installed role of whatever version is left alone, and an installation that broke off is
resumed. Where another server has the database already, setup gets one of this server's own, Setup-EXA2: it
stays, empty, and may be removed when it holds no mailboxes. With Recover, setup gives a server that was lost
back what the directory knows of it, its databases too; their files are left as they are.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DomainName,
    [Parameter(Mandatory = $true)] [string] $SetupSecretArn,
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9_-]{1,64}$')] [string] $DatabaseName,
    [Parameter(Mandatory = $true)] [ValidatePattern('^[D-Z]:\\[^"%]+\.edb$')] [string] $DatabasePath,
    [Parameter(Mandatory = $true)] [ValidatePattern('^[D-Z]:\\[^"%]+$')] [string] $LogPath,
    # The license above all: /IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF.
    [Parameter(Mandatory = $true)] [ValidatePattern('^[^"%&|<>^]+$')] [string] $SetupSwitches,
    # This server takes the place of a lost one of its name. One that has the role is no different.
    [Parameter()] [bool] $Recover = $false
)

# What setup configures for /Roles:Mailbox. Up to Exchange 2016 there is UnifiedMessagingRole too.
$roles = 'AdminTools', 'HubTransportRole', 'ClientAccessRole', 'MailboxRole', 'FrontendTransportRole',
    'CafeRole'
$olderRole = 'UnifiedMessagingRole'

# Automatic on every Mailbox server. A setup that failed leaves services disabled.
$services = 'MSExchangeADTopology', 'MSExchangeIS', 'MSExchangeRepl', 'MSExchangeServiceHost',
    'MSExchangeTransport', 'MSExchangeFrontEndTransport', 'W3SVC'

function Test-Done {
    $unfinished = @(Get-UnfinishedRole -Role $roles -OptionalRole $olderRole)
    if ($unfinished.Count -gt 0 -or (Test-RestartDue)) { return $false }
    return (@(Get-DisabledService -Name $services).Count -eq 0)
}

function Get-Target {
    # The database for setup to make. Names are unique in the organization, and setup fails late, leaving a
    # watermark, on one that is there. An installation that broke off keeps what it has made.
    $target = @{ Name = $DatabaseName; Path = $DatabasePath; Log = $LogPath }
    $server = (Get-ComputerSystem).Name
    $owner = Get-DatabaseOwner -Name $DatabaseName -DomainName $DomainName
    if ($owner -eq $server) { return $target }
    $own = 'Setup-{0}' -f $server
    if ($owner -eq '' -and (Get-DatabaseOwner -Name $own -DomainName $DomainName) -ne $server) {
        return $target
    }

    # Beside the other's paths: a copy of that database may come here.
    $segment = '(?<=\\){0}(?=\\|\.edb$|$)' -f [regex]::Escape($DatabaseName)
    $target = @{
        Name = $own
        Path = $DatabasePath -replace $segment, $own
        Log  = $LogPath -replace $segment, $own
    }
    Write-StepLog -Text (('Setup makes {0}, since the organization has a database {1} already. It stays, ' +
            'empty; it may be removed when it holds no mailboxes.') -f $own, $DatabaseName)
    return $target
}

function Confirm-Target {
    param([Parameter(Mandatory = $true)] [hashtable] $Target)
    Confirm-RoleVersion -Role (@($roles) + $olderRole)
    foreach ($path in $Target.Path, $Target.Log) {
        if ($null -eq (Get-Volume -DriveLetter $path.Substring(0, 1) -ErrorAction SilentlyContinue)) {
            throw ('{0} is on a volume that this server does not have. Run Initialize-DataVolume for {1}.' -f
                $path, $path.Substring(0, 2))
        }
    }

    if ($Recover) { return }
    $begun = @(Get-RoleState -Role $roles | Where-Object -FilterScript { $_.UnpackedVersion -ne '' })
    if ($begun.Count -eq 0 -and (Test-Path -LiteralPath $Target.Path)) {
        throw (('{0} exists although no Exchange is installed: it is a database of a former installation, ' +
                'and setup cannot make one there. Recover that server with Setup.exe /Mode:RecoverServer, ' +
                'or move the file away.') -f $Target.Path)
    }
}

function Set-Done {
    if (Wait-ExchangeSetup -TimeoutSeconds 5400) { Request-Restart -Reason 'an earlier setup has ended' }
    if (@(Get-UnfinishedRole -Role $roles -OptionalRole $olderRole).Count -eq 0) {
        foreach ($name in @(Get-DisabledService -Name $services)) {
            Set-Service -Name $name -StartupType 'Automatic'
        }

        Request-Restart -Reason 'the Mailbox role is installed'
    }

    $target = @{ Path = $DatabasePath; Log = $LogPath }
    if (-not $Recover) { $target = Get-Target }
    Confirm-Target -Target $target
    Request-PendingRestart
    # Roles, databases and their paths are those of the server's object in the directory, the drives too
    # (learn.microsoft.com/exchange/high-availability/disaster-recovery/recover-exchange-servers).
    $arguments = @('/Mode:RecoverServer', $SetupSwitches)
    if (-not $Recover) {
        New-Folder -Path (Split-Path -Path $target.Path -Parent)
        New-Folder -Path $target.Log
        $arguments = @(
            '/Mode:Install', '/Roles:Mailbox', ('/MdbName:"{0}"' -f $target.Name),
            ('/DbFilePath:"{0}"' -f $target.Path), ('/LogFolderPath:"{0}"' -f $target.Log), $SetupSwitches)
    }

    $setup = @{
        Name           = 'Mailbox'
        DomainName     = $DomainName
        SetupSecretArn = $SetupSecretArn
        Arguments      = $arguments -join ' '
        # Microsoft expects 60 minutes.
        TimeoutSeconds = 5700
    }
    Install-ExchangeRole -Setup $setup -Role $roles -OptionalRole $olderRole
}
