function New-PrivateFolder {
    <#
    .SYNOPSIS
    Creates a folder that only SYSTEM and Administrators can open.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Path
    )

    New-Folder -Path $Path
    # By SID: the names differ between languages of Windows.
    $grants = '*S-1-5-18:(OI)(CI)F', '*S-1-5-32-544:(OI)(CI)F'
    $null = Invoke-Native -Name 'icacls.exe' -ArgumentList (@($Path, '/inheritance:r', '/grant:r') + $grants)
}
