function Save-MaintenanceRecord {
    <#
    .SYNOPSIS
    Writes down why a server goes into maintenance, and how it was before: Exit-Maintenance needs both.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Path,
        [Parameter(Mandatory = $true)] [object] $Record
    )

    New-Folder -Path (Split-Path -Path $Path -Parent)
    $text = $Record | ConvertTo-Json
    # At once: half a record would be none.
    Set-Content -LiteralPath ('{0}.new' -f $Path) -Value $text -Encoding UTF8
    Move-Item -LiteralPath ('{0}.new' -f $Path) -Destination $Path -Force
}
