function Dismount-Image {
    <#
    .SYNOPSIS
    Dismounts an ISO file if it is there and mounted.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $ImagePath
    )

    if (-not (Test-Path -LiteralPath $ImagePath)) { return }
    if ((Get-DiskImage -ImagePath $ImagePath).Attached) {
        $null = Dismount-DiskImage -ImagePath $ImagePath -Confirm:$false
    }
}
