function Test-StepState {
    <#
    .SYNOPSIS
    Asks Test-Done, and refuses any answer that is not exactly one $true or $false.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [scriptblock] $Test
    )

    $answers = @(& $Test)
    if ($answers.Count -ne 1 -or $answers[0] -isnot [bool]) {
        throw ('the test answered "{0}", which is not one $true or $false. Correct the script.' -f
            ($answers -join ', '))
    }

    return $answers[0]
}
