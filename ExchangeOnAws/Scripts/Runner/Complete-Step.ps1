function Complete-Step {
    <#
    .SYNOPSIS
    Tests, acts and tests again: the one way through a step, whatever a restart interrupted before.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [scriptblock] $Test,
        [Parameter(Mandatory = $true)] [scriptblock] $Set
    )

    $isThere = Test-StepState -Test $Test
    if ($isThere -and -not (Test-RestartDue)) {
        Close-Step
        Write-StepLog -Text 'Nothing to do: the state is there.'
        return 0
    }

    Write-StepLog -Text 'Started.'
    try {
        # What takes a restart can look done before it: an earlier run asked, and was refused or failed.
        if ($isThere) { Request-Restart -Reason 'what an earlier run changed' }
        & $Set | ForEach-Object -Process { Write-StepLog -Text "$_" }
    }
    catch {
        # Request-Restart ends Set-Done by throwing; a step that catches too much cannot lose the request.
        if ($null -eq $script:run.Restart) { throw }
    }

    if ($null -ne $script:run.Restart) {
        Add-RestartCount -Reason $script:run.Restart
        Write-StepLog -Text ('Restarts the server: {0}' -f $script:run.Restart)
        return 3010
    }

    if (-not (Test-StepState -Test $Test)) {
        throw ('it acted without an error but did not reach its state. ' +
            'Compare what Test-Done looks at with the log.')
    }

    Close-Step
    Write-StepLog -Text 'Done.'
    Write-StepEvent -Text ('{0} is done.' -f $script:run.Name) -EntryType 'Information'
    return 0
}
