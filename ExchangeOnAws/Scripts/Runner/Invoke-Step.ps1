function Invoke-Step {
    <#
    .SYNOPSIS
    Runs a step and returns its exit code: 0 done, 3010 restart and run again, 1 failed.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Name,
        [Parameter(Mandatory = $true)] [scriptblock] $Step
    )

    $script:run.Name = $Name
    try {
        $values = Get-StepValue -Step $Step
        return (& $Step @values)
    }
    catch {
        $log = Get-StepPath -Kind 'Log'
        $text = '{0} failed: {1} This step can be run again; its log is {2}.' -f
            $Name, (Get-FaultText -Fault $_), $log
        Write-StepLog -Text $text
        Write-StepEvent -Text $text -EntryType 'Error'
        return 1
    }
}
