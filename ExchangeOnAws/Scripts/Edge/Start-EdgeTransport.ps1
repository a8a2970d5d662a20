<#
.SYNOPSIS
This Edge Transport server has the accepted domains of the organisation and takes mail.
.DESCRIPTION
Safe to run again: a server that runs and has them is left alone. It is for after the import of its
subscription: New-SubscriptionFile stops the service, which would refuse all mail without accepted domains.
#>
param(
    # Only there so that the step runs again for another subscription.
    [Parameter()] [string] $EdgeInstance = ''
)

$transport = 'MSExchangeTransport'

function Test-Synchronized {
    return (@(Get-AcceptedDomain).Count -gt 0)
}

function Test-Done {
    $service = Get-Service -Name $transport
    if ("$($service.Status)" -ne 'Running' -or "$($service.StartType)" -ne 'Automatic') { return $false }
    Import-ExchangeShell
    return (Test-Synchronized)
}

function Set-Done {
    Import-ExchangeShell
    $server = (Get-ComputerSystem).Name
    $wait = @{
        What           = 'the accepted domains of {0}' -f $server
        TimeoutSeconds = 900
        Hint           = ('They come with the first synchronisation, and all mail would be refused without ' +
            'them. Run the step of the first member that ends with -subscription-{0}, then this again.') -f
        $server.ToLowerInvariant()
    }
    Wait-Until @wait -IntervalSeconds 30 -Condition {
        if (Test-Synchronized) { return $true }
        return 'it has none'
    }

    Set-Service -Name $transport -StartupType 'Automatic'
    Start-Service -Name $transport
    Write-StepLog -Text ('{0} takes mail.' -f $server)
}
