function Start-ExchangeService {
    <#
    .SYNOPSIS
    Waits until services of Exchange run, which takes a while after a restart, and starts those that do not.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string[]] $Name
    )

    $wait = @{
        What           = 'the services of Exchange'
        TimeoutSeconds = 900
        Hint           = 'See the event logs System and Application.'
    }
    Wait-Until @wait -Condition {
        $stopped = @(Get-Service -Name $Name | Where-Object -FilterScript { "$($_.Status)" -ne 'Running' } |
                ForEach-Object -Process { $_.Name })
        if ($stopped.Count -eq 0) { return $true }
        foreach ($service in $stopped) { Start-Service -Name $service }
        return ('{0} did not run' -f ($stopped -join ', '))
    }
}
