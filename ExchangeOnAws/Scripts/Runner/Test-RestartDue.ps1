function Test-RestartDue {
    <#
    .SYNOPSIS
    Says whether this step changed what takes a restart, and the server has not restarted since.
    #>
    [CmdletBinding()]
    param()

    $path = '{0}\boot.txt' -f (Get-StepPath -Kind 'Work')
    if (-not (Test-Path -LiteralPath $path)) { return $false }

    # A file that power loss left empty says that there was a restart.
    $text = "$(Get-Content -LiteralPath $path)"
    if ($text -notmatch '^\d+$') { return $false }

    # Windows moves the time of its start along when the clock is set; no restart takes less than a minute.
    $minute = [timespan]::FromMinutes(1).Ticks
    return ([math]::Abs((Get-BootTime) - [long] $text) -lt $minute)
}
