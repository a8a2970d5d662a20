<#
.SYNOPSIS
A subscription file of this Edge Transport server was put into the secret for these members of the cluster.
.DESCRIPTION
Safe to run again: a file is made once for the same members. Another member needs a new one, because members
take part in the synchronisation only when they were there at the subscription. So does a file that nobody
imported in time: it holds an account that ends after 24 hours. The file itself is deleted, whatever happens.
Mail waits at its senders from a new file on until Start-EdgeTransport.
#>
param(
    [Parameter(Mandatory = $true)]
    [ValidatePattern('^arn:[^:]+:secretsmanager:[^:]+:')]
    [string] $SubscriptionSecretArn,
    # Only compared: what changes when a member is made anew may stand in them.
    [Parameter(Mandatory = $true)] [string[]] $Members
)

$folder = 'C:\ProgramData\ExchangeOnAws\Subscription'
$file = 'C:\ProgramData\ExchangeOnAws\Subscription\subscription.xml'
$marker = 'C:\ProgramData\ExchangeOnAws\Steps\New-SubscriptionFile.made'
# An hour less than the account lives (learn.microsoft.com, New-EdgeSubscription): the import comes after.
$hours = 23
$transport = 'MSExchangeTransport'

# When a file was made and for whom; ticks of zero and nobody, when none was.
function Get-Made {
    $lines = @()
    if (Test-Path -LiteralPath $marker) { $lines = @(Get-Content -LiteralPath $marker) }
    # A marker that power loss left empty says nothing.
    $first = "$($lines | Select-Object -First 1)"
    if ($first -notmatch '^\d+$') { return @{ Ticks = 0; Members = @() } }
    return @{ Ticks = [long] $first; Members = @($lines | Select-Object -Skip 1) }
}

function Test-FileDue {
    $made = Get-Made
    foreach ($member in $Members) {
        if ($made.Members -notcontains $member) { return $true }
    }

    $age = (Get-Date).ToUniversalTime().Ticks - $made.Ticks
    if ($age -lt [timespan]::FromHours($hours).Ticks) { return $false }

    # Making the file deletes the accepted domains (learn.microsoft.com/exchange, edge-subscriptions), and the
    # first synchronisation brings those of the organisation. A new file would take them away again, so one is
    # made only while there are none.
    Import-ExchangeShell
    return (@(Get-AcceptedDomain).Count -eq 0)
}

function Test-Done {
    if ((Test-Path -LiteralPath $folder) -or (Test-FileDue)) { return $false }
    # Whoever left and comes back is a new member then.
    return (@((Get-Made).Members | Where-Object -FilterScript { $Members -notcontains $_ }).Count -eq 0)
}

# From the file to the synchronisation no domain is accepted here, and all mail would be refused for good
# (550); at a server that does not answer, senders try again. Neither a restart of the server nor Exchange's
# managed availability, which starts services again, must start it.
function Stop-Transport {
    Set-Service -Name $transport -StartupType 'Disabled'
    Stop-Service -Name $transport -Force
    Write-StepLog -Text 'Takes no mail until it is subscribed and Start-EdgeTransport has run.'
}

function Remove-File {
    # Emptied first: what cannot be deleted holds no account any more.
    try { Set-Content -LiteralPath $file -Value '' }
    finally { Remove-Item -LiteralPath $folder -Recurse -Force }
}

function Send-File {
    Import-ExchangeShell
    New-PrivateFolder -Path $folder
    try {
        Stop-Transport
        # Asks otherwise whether what was configured here may be deleted.
        $null = New-EdgeSubscription -FileName $file -Force
        [byte[]] $bytes = Get-Content -LiteralPath $file -Encoding Byte -ReadCount 0
        Set-SecretText -SecretArn $SubscriptionSecretArn -Text ([convert]::ToBase64String($bytes))
    }
    finally { Remove-File }
    Write-StepLog -Text ('A subscription file for {0} is in the secret.' -f ($Members -join ', '))
}

function Set-Done {
    # Left by an interrupted run.
    if (Test-Path -LiteralPath $folder) { Remove-File }
    $ticks = (Get-Made).Ticks
    if (Test-FileDue) {
        Send-File
        $ticks = (Get-Date).ToUniversalTime().Ticks
    }

    New-Folder -Path (Split-Path -Path $marker -Parent)
    Set-Content -LiteralPath ('{0}.new' -f $marker) -Value (@("$ticks") + $Members) -Encoding 'ASCII'
    Move-Item -LiteralPath ('{0}.new' -f $marker) -Destination $marker -Force
}
