<#
.SYNOPSIS
The Edge Transport server is subscribed to the site and synchronised, and its secret holds no file any more.
.DESCRIPTION
Safe to run again: with an empty secret, a subscription is left alone. A file in the secret is imported, over
an old subscription too, which keeps the connectors that the server is the source of. For one member, which
records the full name: Remove-OldSubscriptions removes no others.
#>
param(
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9-]{1,15}$')] [string] $EdgeServer,
    # Its full name.
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$')] [string] $EdgeName,
    # Of no use but that another one makes this step run again.
    [Parameter(Mandatory = $true)] [string] $EdgeInstance,
    [Parameter(Mandatory = $true)]
    [ValidatePattern('^arn:[^:]+:secretsmanager:[^:]+:')]
    [string] $SubscriptionSecretArn,
    [Parameter(Mandatory = $true)] [string] $SiteName,
    [Parameter(Mandatory = $true)] [string[]] $Members,
    [Parameter(Mandatory = $true)] [bool] $InternetConnector
)

# The port of EdgeSync, and the hours that the account in the file lives (learn.microsoft.com/exchange,
# edge-subscriptions).
$port = 50636
$hours = 24
$empty = '{}'

# The version of the secret, if it holds a file.
function Get-File {
    param([Parameter()] [string] $Stage = 'AWSCURRENT')
    $version = Find-SecretText -SecretArn $SubscriptionSecretArn -Stage $Stage
    if ($version.Text -notin '', $empty) { return $version }
}

function Get-Subscription {
    Get-EdgeSubscription | Where-Object -FilterScript { "$($_.Name)" -eq $EdgeServer }
}

function Test-Emptied {
    return ($null -eq (Get-File) -and $null -eq (Get-File -Stage 'AWSPREVIOUS'))
}

function Test-Done {
    if (-not (Test-Emptied) -or @(Get-ImportedSubscription) -notcontains $EdgeName) { return $false }
    Import-ExchangeShell
    $sources = (Get-EdgeConnector -SiteName $SiteName).Sources
    return ($null -ne (Get-Subscription) -and ($sources -contains $EdgeServer) -eq $InternetConnector)
}

function Add-Record {
    $names = @(Get-ImportedSubscription)
    if ($names -notcontains $EdgeName) { Set-ImportedSubscription -Names ($names + $EdgeName) }
}

# Twice: the version before the current one can be read too.
function Clear-File {
    if (Test-Emptied) { return }
    Set-SecretText -SecretArn $SubscriptionSecretArn -Text $empty
    Set-SecretText -SecretArn $SubscriptionSecretArn -Text $empty
    $hint = 'See the versions of secret {0}.' -f $SubscriptionSecretArn
    Wait-Until -What 'the emptied secret' -TimeoutSeconds 120 -Hint $hint -Condition {
        if (Test-Emptied) { return $true }
        return 'it still shows the file'
    }
}

function Get-Advice {
    return (('Run the step {0}-subscription-file again, and then this one. If it has nothing to do, delete ' +
            'C:\ProgramData\ExchangeOnAws\Steps\New-SubscriptionFile.made on {1} before.') -f
        $EdgeServer.ToLowerInvariant(), $EdgeServer)
}

function Confirm-Site {
    $old = Get-Subscription
    if ($null -ne $old -and $old.Site.Name -ne $SiteName) {
        throw (('{0} is subscribed to the site {1}, and a server cannot be subscribed to {2} as well. ' +
                'Run Remove-EdgeSubscription -Identity {0}, which removes its connectors, then this.') -f
            $EdgeServer, $old.Site.Name, $SiteName)
    }

    foreach ($member in $Members) {
        $site = (Get-ExchangeServer -Identity $member).Site.Name
        if ($site -ne $SiteName) {
            throw (('{0} is in the site {1}, so it would take no part in a subscription to {2}. ' +
                    'Put its subnet into that site, then run this again.') -f $member, $site, $SiteName)
        }
    }
}

function Wait-Edge {
    $hint = "See the record of {0} on the domain's DNS servers." -f $EdgeName
    Wait-Until -What ('an address of {0}' -f $EdgeName) -TimeoutSeconds 1200 -Hint $hint -Condition {
        # That a name is missing is remembered too.
        Clear-DnsClientCache
        if (@(Get-HostAddress -Name $EdgeName).Count -gt 0) { return $true }
        return 'it has none'
    }

    $hint = 'See its service ADAM_MSExchange, its firewall and its security group.'
    Wait-Until -What ('port {0} of {1}' -f $port, $EdgeName) -TimeoutSeconds 600 -Hint $hint -Condition {
        $quiet = @{ InformationLevel = 'Quiet'; WarningAction = 'SilentlyContinue' }
        if (Test-NetConnection -ComputerName $EdgeName -Port $port @quiet) { return $true }
        return 'it does not answer'
    }
}

function Wait-Synchronization {
    param([Parameter(Mandatory = $true)] [datetime] $Begin)
    $hint = 'See Test-EdgeSynchronization, and the events of MSExchange EdgeSync on the members.'
    $what = 'the synchronisation of {0}' -f $EdgeServer
    Wait-Until -What $what -TimeoutSeconds 2700 -IntervalSeconds 60 -Hint $hint -Condition {
        # Refused while another member holds the lease; that one synchronises then.
        try { $null = Start-EdgeSynchronization -TargetServer $EdgeServer -ForceFullSync }
        catch { Write-StepLog -Text ('Not started from here: {0}' -f $_.Exception.Message) }
        $status = Test-EdgeSynchronization -TargetServer $EdgeServer |
            Where-Object -FilterScript { Test-SameServer -Name "$($_.Name)" -Other $EdgeName }
        if ($null -eq $status) { return 'EdgeSync does not know it yet' }
        # That of an old subscription is normal too.
        $isNew = $status.LastSynchronizedUtc -gt $Begin
        if ($isNew -and "$($status.SyncStatus)" -eq 'Normal') { return $true }
        return ('{0}, last at {1:s} UTC {2}' -f
            $status.SyncStatus, $status.LastSynchronizedUtc, $status.FailureDetail)
    }
}

function Set-Done {
    Import-ExchangeShell
    $connector = @{ SiteName = $SiteName; EdgeServer = $EdgeServer; IsSource = $InternetConnector }
    $version = Get-File
    if ($null -eq $version) {
        Clear-File
        if ($null -ne (Get-Subscription)) {
            Add-Record
            return (Set-EdgeConnector @connector)
        }

        throw ('{0} is not subscribed, and secret {1} holds no file of it to import. {2}' -f
            $EdgeServer, $SubscriptionSecretArn, (Get-Advice))
    }

    $begin = (Get-Date).ToUniversalTime()
    if ($begin - $version.MadeAt -gt [timespan]::FromHours($hours)) {
        throw ('the subscription file of {0} is of {1:s} UTC, and its account ended after {2} hours. {3}' -f
            $EdgeServer, $version.MadeAt, $hours, (Get-Advice))
    }

    Confirm-Site
    Wait-Edge
    # First, so that none is imported and unknown.
    Add-Record
    # Overwrites an old subscription, as Microsoft has it done. To remove that first would remove connectors
    # that have no other source (learn.microsoft.com, Remove-EdgeSubscription).
    $new = @{
        FileData                    = [convert]::FromBase64String($version.Text)
        Site                        = $SiteName
        CreateInternetSendConnector = $InternetConnector
        CreateInboundSendConnector  = $true
        Force                       = $true
    }
    $null = New-EdgeSubscription @new
    Write-StepLog -Text ('{0} is subscribed to the site {1}.' -f $EdgeName, $SiteName)
    Set-EdgeConnector @connector -AfterImport
    Wait-Synchronization -Begin $begin
    Clear-File
}
