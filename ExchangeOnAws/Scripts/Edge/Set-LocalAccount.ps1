<#
.SYNOPSIS
The server has the local account of the secret: an enabled administrator whose password is the secret's and
never expires.
.DESCRIPTION
Safe to run again: the password is set again only when the secret has a new version, or when somebody else has
set the password since.
#>
param(
    [Parameter(Mandatory = $true)] [string] $AccountSecretArn
)

# Which version of the secret was set, and when, as Windows tells it. That takes no attempt to log on, which
# would be one towards a lockout; LocalSystem cannot start a process with a password anyway
# (learn.microsoft.com/windows/win32/api/winbase/nf-winbase-createprocesswithlogonw).
$file = 'C:\ProgramData\ExchangeOnAws\Steps\Set-LocalAccount.password'

function Get-AccountName {
    $name = Get-SecretText -SecretArn $AccountSecretArn -Key 'username'
    # learn.microsoft.com/powershell/module/microsoft.powershell.localaccounts/new-localuser: at most 20
    # characters, and not these.
    if ($name -match '^[. ]+$' -or $name -notmatch '^[^"/\\\[\]:;|=,+*?<>@]{1,20}$') {
        throw (('secret {0} has the username {1}, which Windows does not take for a local account. ' +
                'Use at most 20 letters, digits and hyphens, without a domain.') -f $AccountSecretArn, $name)
    }

    return $name
}

function Get-Account {
    # All of them: asked for one that is not there, the cmdlet answers with an error like any other.
    param([Parameter(Mandatory = $true)] [string] $Name)
    $found = Get-LocalUser | Where-Object -FilterScript { $_.Name -eq $Name }
    # Numbers below 1000 are Windows' own: Administrator, Guest, DefaultAccount.
    if ($null -ne $found -and "$($found.SID)" -match '-(\d{1,3})$') {
        throw (('{0} is an account of Windows itself, which is not given a password here. ' +
                'Give secret {1} another username.') -f $Name, $AccountSecretArn)
    }

    return $found
}

function Get-Sign {
    param([Parameter(Mandatory = $true)] [object] $Account, [Parameter(Mandatory = $true)] [string] $Version)
    if ($null -eq $Account.PasswordLastSet) { return ('{0} never' -f $Version) }
    return ('{0} {1}' -f $Version, $Account.PasswordLastSet.ToUniversalTime().Ticks)
}

function Test-Account {
    param([Parameter(Mandatory = $true)] [AllowNull()] [object] $Account)
    # What never expires has no day on which it does.
    if ($null -eq $Account -or -not $Account.Enabled) { return $false }
    if ($null -ne $Account.PasswordExpires -or $null -ne $Account.AccountExpires) { return $false }
    if (-not (Test-Path -LiteralPath $file)) { return $false }
    $sign = Get-Sign -Account $Account -Version (Get-SecretVersion -SecretArn $AccountSecretArn)
    return ("$(Get-Content -LiteralPath $file -Raw)".Trim() -eq $sign)
}

function Test-Done {
    $name = Get-AccountName
    if (-not (Test-Account -Account (Get-Account -Name $name))) { return $false }
    return (Test-LocalAdministrator -Member ('{0}\{1}' -f (Get-ComputerSystem).Name, $name))
}

function Set-Done {
    $name = Get-AccountName
    $account = Get-Account -Name $name
    if (-not (Test-Account -Account $account)) {
        $version = Get-SecretVersion -SecretArn $AccountSecretArn
        $password = Get-SecretSecureString -SecretArn $AccountSecretArn -Key 'password'
        $values = @{ Name = $name; Password = $password; AccountNeverExpires = $true }
        if ($null -eq $account) { $null = New-LocalUser @values -PasswordNeverExpires }
        else {
            Set-LocalUser @values -PasswordNeverExpires $true
            Enable-LocalUser -Name $name
        }

        New-Folder -Path (Split-Path -Path $file -Parent)
        $sign = Get-Sign -Account (Get-Account -Name $name) -Version $version
        Set-Content -LiteralPath $file -Value $sign -Encoding ASCII
        '{0} has the password of its secret.' -f $name
    }

    $member = '{0}\{1}' -f (Get-ComputerSystem).Name, $name
    if (-not (Test-LocalAdministrator -Member $member)) {
        Add-LocalAdministrator -Member $member -Hint 'Check the account with Get-LocalUser.'
    }
}
