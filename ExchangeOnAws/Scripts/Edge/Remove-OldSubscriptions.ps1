<#
.SYNOPSIS
The organisation has no subscription of an Edge Transport server that this deployment does not have any more.
.DESCRIPTION
Safe to run again. Only subscriptions to this site go, of servers that are named as this deployment names
them; others stay. Exchange takes a server out of its send connectors with its subscription, and removes those
that have no other source.
#>
param(
    # Full names of those that stay.
    [Parameter()] [string[]] $EdgeServers = @(),
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z][A-Za-z0-9-]*$')] [string] $NamePrefix,
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9.-]+$')] [string] $DnsSuffix,
    [Parameter(Mandatory = $true)] [string] $SiteName
)

function Get-OldSubscription {
    # The letter of a zone and a number, as in EDGEA1.
    $pattern = '^{0}[A-Za-z][0-9]+$' -f [regex]::Escape($NamePrefix)
    foreach ($subscription in Get-EdgeSubscription) {
        $name = "$($subscription.Name)"
        $isOwn = $name -match $pattern -and "$($subscription.Domain)" -eq $DnsSuffix -and
            $subscription.Site.Name -eq $SiteName
        if ($isOwn -and $EdgeServers -notcontains ('{0}.{1}' -f $name, $DnsSuffix)) { $name }
    }
}

function Test-Done {
    Import-ExchangeShell
    return (@(Get-OldSubscription).Count -eq 0)
}

function Set-Done {
    Import-ExchangeShell
    foreach ($name in @(Get-OldSubscription)) {
        Write-StepLog -Text ('Removes the subscription of {0}.' -f $name)
        Remove-EdgeSubscription -Identity $name -Force -Confirm:$false
    }
}
