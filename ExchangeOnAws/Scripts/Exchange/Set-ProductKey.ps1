<#
.SYNOPSIS
The server has its product key, or none was given and it stays an evaluation edition.
.DESCRIPTION
Safe to run again: a licensed server is left alone.
#>
param(
    [Parameter()] [string] $ProductKeySecretArn = ''
)

function Get-MarkerPath {
    # The store reads the edition when it starts; until then this file says that it has to.
    return ('{0}\store.txt' -f (Get-StepPath -Kind 'Work'))
}

function Test-Licensed {
    Import-ExchangeShell
    $server = Get-ExchangeServer -Identity (Get-ComputerSystem).Name
    return (-not [bool] $server.IsExchangeTrialEdition)
}

function Get-ProductKey {
    $key = (Get-SecretText -SecretArn $ProductKeySecretArn).Trim()
    # Without the blanks around it, it is another text to mask.
    Add-Secret -Value $key
    if ($key -notmatch '^[A-Z0-9]{5}(-[A-Z0-9]{5}){4}$') {
        throw ('secret {0} does not hold a product key, which is five groups of five characters. {1}' -f
            $ProductKeySecretArn, 'Store the key as its text, with the hyphens.')
    }

    return $key
}

function Test-Done {
    if ($ProductKeySecretArn -eq '') { return $true }
    return (-not (Test-Path -LiteralPath (Get-MarkerPath)) -and (Test-Licensed))
}

function Set-Done {
    New-Folder -Path (Get-StepPath -Kind 'Work')
    Set-Content -LiteralPath (Get-MarkerPath) -Value 'restart' -Encoding 'ASCII'
    if (-not (Test-Licensed)) {
        Set-ExchangeServer -Identity (Get-ComputerSystem).Name -ProductKey (Get-ProductKey)
    }

    # Only Mailbox servers have a store, and only they are restarted for the key
    # (learn.microsoft.com/exchange/plan-and-deploy/post-installation-tasks/enter-product-key).
    if ((Get-RoleState -Role 'EdgeTransportRole').UnpackedVersion -eq '') {
        Restart-Service -Name 'MSExchangeIS' -Force
    }

    Remove-Item -LiteralPath (Get-MarkerPath) -Force
}
