function New-Folder {
    <#
    .SYNOPSIS
    Creates a folder and its parents unless it is there.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Path
    )

    if (-not (Test-Path -LiteralPath $Path -PathType Container)) {
        $null = New-Item -Path $Path -ItemType 'Directory' -Force
    }
}
