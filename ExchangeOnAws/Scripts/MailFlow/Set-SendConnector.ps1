<#
.SYNOPSIS
Mail to others has a way out: a smart host with a login over TLS, or the servers of the recipients.
.DESCRIPTION
Safe to run again: a connector that is right is left alone, and those of others always are. A new version of
the login's secret, a new member and another way out are taken over. Where Edge Transport servers send mail
to the internet, or others do in an organisation that was there before, there is no connector of ours.
#>
param(
    [Parameter()] [string] $Name = 'Internet (Exchange on AWS)',
    [Parameter()] [string] $SmartHost = '',
    [Parameter()] [ValidateRange(1, 65535)] [int] $SmartHostPort = 587,
    [Parameter()] [string] $CredentialsSecretArn = '',
    [Parameter(Mandatory = $true)] [string[]] $Members,
    # As it is on the wire, a third more than what was attached: see Set-ReceiveConnectors.
    [Parameter(Mandatory = $true)] [ValidateRange(1, 2047)] [int] $MaximumMessageMiB,
    # The connector of the Edge subscription is the way out.
    [Parameter()] [bool] $EdgeInternet = $false,
    # The domain was there before: others may have Exchange servers in it, which are not ours.
    [Parameter()] [bool] $SharedOrganization = $false,
    [Parameter()] [string[]] $EdgeServers = @()
)

# How the comment of a connector of ours begins; the version of the login's secret follows.
$mark = 'Made by ExchangeOnAws'

function Test-Shared {
    return ($SharedOrganization -and (Test-SharedOrganization -Own ($Members + $EdgeServers)))
}

function Get-Own {
    $connector = Get-SendConnector | Where-Object -FilterScript { "$($_.Name)" -eq $Name }
    if ($null -ne $connector -and -not "$($connector.Comment)".StartsWith($mark)) {
        throw (('send connector "{0}" was not made by this deployment, so it is not changed, and there ' +
                'cannot be two of that name. Rename it with Set-SendConnector -Name, then run this again.') -f
            $Name)
    }

    return $connector
}

function Test-Wanted {
    if ($EdgeInternet) { return $false }
    if ($SmartHost -ne '' -or -not (Test-Shared)) { return $true }
    $others = @(Get-SendConnector | Where-Object -FilterScript {
            "$($_.Name)" -ne $Name -and "$($_.Enabled)" -eq 'True' -and
            @($_.AddressSpaces | Where-Object -FilterScript { "$_" -match '^SMTP:\*;' }).Count -gt 0
        })
    if ($others.Count -eq 0) { return $true }
    Write-StepLog -Text ('Mail leaves through {0}, as before.' -f $others[0].Name)
    return $false
}

function Get-Comment {
    if ($SmartHost -eq '' -or $CredentialsSecretArn -eq '') { return $mark }
    return ('{0}; login {1}' -f $mark, (Get-SecretVersion -SecretArn $CredentialsSecretArn))
}

function Get-Value {
    $values = @{
        AddressSpaces          = 'SMTP:*;1'
        SourceTransportServers = $Members
        MaxMessageSize         = '{0}MB' -f $MaximumMessageMiB
        # Servers of others, in other sites, keep the way that they have.
        IsScopedConnector      = Test-Shared
        Enabled                = $true
        ProtocolLoggingLevel   = 'Verbose'
        Comment                = Get-Comment
        DNSRoutingEnabled      = $SmartHost -eq ''
    }
    if ($SmartHost -eq '') { return $values }

    # The login is sent to a server whose certificate is valid and has the name of the smart host.
    $values.SmartHosts = $SmartHost
    $values.Port = $SmartHostPort
    $values.RequireTLS = $true
    $values.TlsAuthLevel = 'DomainValidation'
    $values.TlsDomain = $SmartHost
    $values.SmartHostAuthMechanism = 'None'
    if ($CredentialsSecretArn -ne '') { $values.SmartHostAuthMechanism = 'BasicAuthRequireTLS' }
    return $values
}

function Test-Value {
    param(
        [Parameter(Mandatory = $true)] [object] $Connector,
        [Parameter(Mandatory = $true)] [hashtable] $Values
    )
    foreach ($key in $Values.Keys) {
        $present = @($Connector.$key | ForEach-Object -Process { "$_" }) -join ','
        $wanted = "$($Values[$key])"
        if ($key -eq 'SourceTransportServers') {
            $present = @($Connector.$key | ForEach-Object -Process { $_.Name } | Sort-Object) -join ','
            $wanted = @($Members | Sort-Object) -join ','
        }
        elseif ($key -eq 'MaxMessageSize') {
            $present = "$(Get-SizeLimit -Size $Connector.$key)"
            $wanted = "$($MaximumMessageMiB * 1MB)"
        }

        if ($present -ne $wanted) { return $false }
    }

    return $true
}

function Test-Done {
    Import-ExchangeShell
    $connector = Get-Own
    if (-not (Test-Wanted)) { return ($null -eq $connector) }
    if ($null -eq $connector) { return $false }
    return (Test-Value -Connector $connector -Values (Get-Value))
}

function Set-Done {
    $connector = Get-Own
    $isWanted = Test-Wanted
    # What a connector to a smart host has, the other kind must not have: it is made anew. Until then mail
    # waits in the Unreachable queue, from which a new way out takes it by itself.
    $isOther = $SmartHost -eq '' -and $null -ne $connector -and "$($connector.DNSRoutingEnabled)" -ne 'True'
    if ($null -ne $connector -and ($isOther -or -not $isWanted)) {
        Remove-SendConnector -Identity "$($connector.Identity)" -Confirm:$false
        'Removed {0}.' -f $Name
        $connector = $null
    }

    if (-not $isWanted) { return }
    # The version first: a login that is renewed meanwhile is taken over by the next run.
    $values = Get-Value
    if ($SmartHost -ne '' -and $CredentialsSecretArn -ne '') {
        $values.AuthenticationCredential = Get-SecretCredential -SecretArn $CredentialsSecretArn
    }

    if ($null -eq $connector) {
        $null = New-SendConnector -Name $Name -Usage 'Internet' @values
    }
    else {
        Set-SendConnector -Identity "$($connector.Identity)" @values
    }

    'Mail leaves through {0}, from {1}.' -f $Name, ($Members -join ', ')
}
