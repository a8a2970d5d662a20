function Get-MaintenanceRecord {
    <#
    .SYNOPSIS
    Returns what Enter-Maintenance has written down, or nothing: the reason, and the state before, which
    Exit-Maintenance brings back.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Path
    )

    if (-not (Test-Path -LiteralPath $Path)) { return }
    $text = "$(Get-Content -LiteralPath $Path -Raw -Encoding UTF8)"
    # Power loss can leave a file empty. Somebody has the server in maintenance, and nobody knows who.
    if ($text.Trim() -eq '') {
        return ([pscustomobject] @{
                Offline = ''; Policy = ''; MoveNow = $false; Node = 'Up'; Reason = '(not readable)'
            })
    }

    return ($text | ConvertFrom-Json)
}
