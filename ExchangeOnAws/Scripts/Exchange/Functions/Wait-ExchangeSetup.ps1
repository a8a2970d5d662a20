function Wait-ExchangeSetup {
    <#
    .SYNOPSIS
    Waits for an Exchange setup that runs already, and says whether there was one.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [int] $TimeoutSeconds
    )

    $names = 'ExSetup', 'ExSetupUI'
    if (@(Get-Process -Name $names -ErrorAction SilentlyContinue).Count -eq 0) { return $false }

    $wait = @{
        What           = 'the Exchange setup that runs already'
        TimeoutSeconds = $TimeoutSeconds
        Hint           = 'It goes on. See C:\ExchangeSetupLogs\ExchangeSetup.log.'
    }
    Wait-Until @wait -IntervalSeconds 30 -Condition {
        $running = @(Get-Process -Name $names -ErrorAction SilentlyContinue)
        if ($running.Count -eq 0) { return $true }
        return ('{0} runs as process {1}' -f $running[0].ProcessName, $running[0].Id)
    }

    return $true
}
