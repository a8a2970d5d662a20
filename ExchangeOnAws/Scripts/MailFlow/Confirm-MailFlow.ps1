<#
.SYNOPSIS
Mail flows: every server takes mail for the organisation and relays none, and the way out answers; a parameter
says so.
.DESCRIPTION
Safe to run again: it looks, waits for what is not there yet, and writes the result. It talks SMTP up to the
recipients and sends no message.
#>
param(
    [Parameter(Mandatory = $true)] [string[]] $Members,
    # Full names: EDGEA1.example.com.
    [Parameter()] [string[]] $EdgeServers = @(),
    [Parameter(Mandatory = $true)] [string[]] $AcceptedDomains,
    [Parameter()] [string] $SmartHost = '',
    [Parameter()] [ValidateRange(1, 65535)] [int] $SmartHostPort = 587,
    [Parameter()] [string] $CredentialsSecretArn = '',
    # The name of the Parameter Store parameter that gets the result.
    [Parameter(Mandatory = $true)] [string] $ResultParameter
)

# Nobody's, now and later (RFC 2606).
$stranger = 'RCPT TO:<relay-test@example.invalid>'

# What the last look found; Written is what the parameter says of it.
$seen = @{ Faults = @(); Notes = @() }

function Get-FullName {
    param([Parameter(Mandatory = $true)] [string] $Name)
    return ('{0}.{1}' -f $Name, $seen.Computer.Domain)
}

# Somebody may let the servers of a network relay, this one among them. Set-ReceiveConnectors judged that.
function Test-LimitedRelay {
    param([Parameter(Mandatory = $true)] [string] $Member)
    $relays = @(Get-RelayConnector -Server $Member | Where-Object -FilterScript { $_.Relays })
    if ($relays.Count -eq 0 -or @($relays | Where-Object -FilterScript { -not $_.IsLimited }).Count -gt 0) {
        return $false
    }

    $seen.Notes += '{0} relays for the networks of its receive connector {1}' -f $Member, $relays[0].Name
    return $true
}

function Get-RecipientFault {
    param(
        [Parameter(Mandatory = $true)] [string] $Server,
        [Parameter(Mandatory = $true)] [object] $Answer
    )
    $isRefused = $Answer.Code -ge 550 -and $Answer.Code -le 554
    if ($Answer.Command -ne $stranger) {
        # 550 5.1.x: the Edge server knows the domain, and that nobody has the address. RFC 5321 wants a
        # postmaster, which the owner of the domain has to make; mail for others gets in.
        if ($Answer.Code -lt 300 -or ($isRefused -and $Answer.Text -match '^\d{3} 5\.1\.')) { return }
        '{0} takes no mail for {1}: {2}' -f $Server, $AcceptedDomains[0], $Answer.Text
    }
    elseif ($Answer.Code -lt 300) {
        $member = @($Members | Where-Object -FilterScript { (Get-FullName -Name $_) -eq $Server })
        if ($member.Count -eq 1 -and (Test-LimitedRelay -Member $member[0])) { return }
        '{0} is an open relay: it takes mail of anybody for {1}' -f $Server, $Answer.Command.Substring(8)
    }
    elseif (-not $isRefused) {
        '{0} does not say whether it relays: {1}' -f $Server, $Answer.Text
    }
}

function Get-SmtpFault {
    param([Parameter(Mandatory = $true)] [string] $Server)
    $commands = ('EHLO {0}' -f (Get-FullName -Name $seen.Computer.Name)), 'MAIL FROM:<>', $stranger,
        ('RCPT TO:<postmaster@{0}>' -f $AcceptedDomains[0])
    foreach ($answer in Get-SmtpAnswer -HostName $Server -Commands $commands) {
        if ($answer.Command -like 'RCPT *') { Get-RecipientFault -Server $Server -Answer $answer }
        elseif ($answer.Code -ge 400) {
            '{0} answers {1} to {2}' -f $Server, $answer.Text, $answer.Command
        }
        elseif ($answer.Command -like 'EHLO *' -and $answer.Text -notmatch '\bSTARTTLS\b') {
            '{0} offers no TLS' -f $Server
        }
    }
}

function Get-Fault {
    $seen.Notes = @()
    $seen.Computer = Get-ComputerSystem
    $servers = @($Members | ForEach-Object -Process { Get-FullName -Name $_ }) + $EdgeServers
    foreach ($server in $servers) { Get-LastingFault -Look { Get-SmtpFault -Server $server } }
    if ($EdgeServers.Count -gt 0) { Get-LastingFault -Look { Get-EdgeSyncFault -Servers $EdgeServers } }
    if ($SmartHost -eq '') { return }
    $relay = @{ HostName = $SmartHost; Port = $SmartHostPort; CredentialsSecretArn = $CredentialsSecretArn }
    Get-LastingFault -Look { Get-SmartHostFault @relay }
}

function Get-Fact {
    $facts = [ordered] @{
        members        = $Members
        edgeServers    = $EdgeServers -join ', '
        acceptedDomain = $AcceptedDomains[0]
        smartHost      = ''
    }
    if ($SmartHost -ne '') { $facts.smartHost = '{0}:{1}' -f $SmartHost, $SmartHostPort }
    if ($CredentialsSecretArn -ne '') { $facts.login = $CredentialsSecretArn }
    if ($seen.Notes.Count -gt 0) { $facts.notes = $seen.Notes }
    return $facts
}

function Write-Result {
    Write-VerificationResult -ParameterName $ResultParameter -Facts (Get-Fact) -Faults $seen.Faults
    $seen.Written = $seen.Faults -join "`n"
}

function Test-Done {
    try { Import-ExchangeShell }
    catch {
        if ($seen.ContainsKey('Written')) { throw }
        # Exchange that does not answer is a fault like others, and Set-Done writes it.
        $seen.Faults = @($_.Exception.Message)
        return $false
    }

    $seen.Faults = @(Get-Fault)
    if ($seen.Faults.Count -gt 0) { return $false }
    return (Test-VerificationResult -ParameterName $ResultParameter -Facts (Get-Fact))
}

function Set-Done {
    Write-Result
    if ($seen.Faults.Count -eq 0) { return ('Wrote the result to {0}.' -f $ResultParameter) }

    Import-ExchangeShell
    # A look at silent servers takes 35 seconds for each. None begins after this.
    $end = (Get-Date).AddMinutes(15)
    $wait = @{
        What           = 'the flow of mail'
        TimeoutSeconds = 540
        Hint           = 'See Get-ReceiveConnector and the protocol logs of the servers named.'
    }
    Wait-Until @wait -IntervalSeconds 60 -Condition {
        if ((Get-Date) -lt $end) {
            $seen.Faults = @(Get-Fault)
            if (($seen.Faults -join "`n") -ne $seen.Written) { Write-Result }
        }

        if ($seen.Faults.Count -eq 0) { return $true }
        return ($seen.Faults -join '; ')
    }

    'Wrote the result to {0}.' -f $ResultParameter
}
