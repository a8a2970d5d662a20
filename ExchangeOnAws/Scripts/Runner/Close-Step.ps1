function Close-Step {
    <#
    .SYNOPSIS
    Removes what a finished step no longer needs: its restart marker, its work
    folder, a task that power loss left.
    #>
    [CmdletBinding()]
    param()

    Clear-RestartCount
    $work = Get-StepPath -Kind 'Work'
    if (-not (Test-Path -LiteralPath $work)) { return }

    # Invoke-AsDomainAccount makes the folder before the task, so a folder is left whenever a task is.
    foreach ($folder in Get-ChildItem -Path $work -Directory) {
        Remove-DomainTask -TaskName ('ExchangeOnAws-{0}' -f $folder.Name) -TaskPath '\'
    }

    Remove-Item -LiteralPath $work -Recurse -Force
}
