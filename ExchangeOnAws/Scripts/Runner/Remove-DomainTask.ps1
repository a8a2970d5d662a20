function Remove-DomainTask {
    <#
    .SYNOPSIS
    Stops and removes the task, and with it the stored password.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $TaskName,
        [Parameter(Mandatory = $true)] [string] $TaskPath
    )

    if ($null -ne (Get-ScheduledTask -TaskName $TaskName -TaskPath $TaskPath -ErrorAction SilentlyContinue)) {
        Stop-ScheduledTask -TaskName $TaskName -TaskPath $TaskPath
        Unregister-ScheduledTask -TaskName $TaskName -TaskPath $TaskPath -Confirm:$false
    }
}
