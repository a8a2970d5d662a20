function Set-RestartDue {
    <#
    .SYNOPSIS
    Remembers, before a change that takes a restart, that this step has to restart the server.
    .DESCRIPTION
    What was changed looks the same before and after the restart. Without this, a run that fails between the
    change and its restart would look done to the next one.
    #>
    [CmdletBinding()]
    param()

    $work = Get-StepPath -Kind 'Work'
    New-Folder -Path $work
    Set-Content -LiteralPath ('{0}\boot.txt' -f $work) -Value "$(Get-BootTime)" -Encoding ASCII
}
