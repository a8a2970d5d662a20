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

    # 267011 (0x41303): has not run yet. 267045 (0x41325): is queued. 267009 (0x41301): runs now.
    Wait-Until -What $What -TimeoutSeconds $TimeoutSeconds -IntervalSeconds 60 -Hint $Hint -Condition {
        $info = Get-ScheduledTaskInfo -TaskName $TaskName -TaskPath $TaskPath
        $result = $info.LastTaskResult
        if ($result -in 267009, 267011, 267045) { return ('task state {0}' -f $result) }
        return $true
    }

    return [long] (Get-ScheduledTaskInfo -TaskName $TaskName -TaskPath $TaskPath).LastTaskResult
}
