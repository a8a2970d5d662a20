function Get-LastingFault {
    <#
    .SYNOPSIS
    The faults that a look finds; a look that fails is taken again, and is a fault itself when it fails twice.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [scriptblock] $Look
    )

    try { return @(& $Look) }
    catch { Start-Sleep -Seconds 15 }
    # What cannot be asked twice is a fault, and the others are still named.
    try { return @(& $Look) }
    catch { return $_.Exception.Message }
}
