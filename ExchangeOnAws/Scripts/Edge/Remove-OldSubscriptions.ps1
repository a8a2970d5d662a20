<#
.SYNOPSIS
The organisation has no subscription of an Edge Transport server that this deployment does not have any more.
.DESCRIPTION
Safe to run again. Only subscriptions to this site go that Import-Subscription recorded on this member; those
of others stay. Exchange takes a server out of its send connectors with its subscription, and removes those
that have no other source.
#>
param(
    # Full names of those that stay.
    [Parameter()] [string[]] $EdgeServers = @(),
    [Parameter(Mandatory = $true)] [string] $SiteName
)

function Get-OldName {
    Get-ImportedSubscription | Where-Object -FilterScript { $EdgeServers -notcontains $_ }
}

function Test-Done {
    return (@(Get-OldName).Count -eq 0)
}

function Set-Done {
    Import-ExchangeShell
    $old = @(Get-OldName)
    foreach ($subscription in @(Get-EdgeSubscription)) {
        $name = '{0}.{1}' -f $subscription.Name, $subscription.Domain
        # What somebody has subscribed to another site since is not ours any more.
        if ($old -notcontains $name -or $subscription.Site.Name -ne $SiteName) { continue }
        Write-StepLog -Text ('Removes the subscription of {0}.' -f $name)
        Remove-EdgeSubscription -Identity "$($subscription.Name)" -Force -Confirm:$false
    }

    Set-ImportedSubscription -Names @(Get-ImportedSubscription | Where-Object -FilterScript {
            $old -notcontains $_ })
}
