function Wait-DomainTask {
    <#
    .SYNOPSIS
    Waits until the task has run, and returns the exit code of its program.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $TaskName,
        [Parameter(Mandatory = $true)] [string] $TaskPath,
        [Parameter(Mandatory = $true)] [string] $What,
        [Parameter(Mandatory = $true)] [int] $TimeoutSeconds,
        [Parameter(Mandatory = $true)] [string] $Hint
    )

    # 267011 (0x41303): has not run yet. 267009 (0x41301): runs now.
    Wait-Until -What $What -TimeoutSeconds $TimeoutSeconds -IntervalSeconds 60 -Hint $Hint -Condition {
        $info = Get-ScheduledTaskInfo -TaskName $TaskName -TaskPath $TaskPath
        if ($info.LastTaskResult -in 267009, 267011) { return ('task state {0}' -f $info.LastTaskResult) }
        return $true
    }

    return [long] (Get-ScheduledTaskInfo -TaskName $TaskName -TaskPath $TaskPath).LastTaskResult
}
