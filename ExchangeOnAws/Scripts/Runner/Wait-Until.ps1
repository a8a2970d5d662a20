function Wait-Until {
    <#
    .SYNOPSIS
    Waits until a condition answers $true, for a bounded time; says what was
    awaited and what the last answer was.
    .DESCRIPTION
    Any other answer of the condition, or its error, is the last answer. The condition runs where it was
    written, so it sees the step's variables.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $What,
        [Parameter(Mandatory = $true)] [scriptblock] $Condition,
        [Parameter(Mandatory = $true)] [ValidateRange(1, 86400)] [int] $TimeoutSeconds,
        [Parameter(Mandatory = $true)] [string] $Hint,
        [Parameter()] [ValidateRange(1, 3600)] [int] $IntervalSeconds = 10
    )

    # Seconds slept, not the clock: joining a domain may set the clock.
    $waited = 0
    while ($true) {
        try { $answers = @(& $Condition) }
        catch { $answers = @($_.Exception.Message) }
        if ($answers.Count -eq 1 -and $answers[0] -is [bool] -and $answers[0]) { return }

        if ($waited -ge $TimeoutSeconds) {
            $last = (($answers -join ' ') -replace '\s*[\r\n]+\s*', ' ').Trim().TrimEnd('.')
            throw ('Waited {0} s for {1}; last answer: {2}. {3}' -f $TimeoutSeconds, $What, $last, $Hint)
        }

        if ($waited -eq 0) { Write-StepLog -Text ('Waits up to {0} s for {1}.' -f $TimeoutSeconds, $What) }
        Start-Sleep -Seconds $IntervalSeconds
        $waited += $IntervalSeconds
    }
}
