function Get-SizeLimit {
    <#
    .SYNOPSIS
    Returns a size limit of Exchange in bytes; 0 when there is none.
    .DESCRIPTION
    Exchange writes 36 MB (37,748,736 bytes), with the separators of the system's language, or Unlimited.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [AllowNull()] [object] $Size
    )

    if ("$Size" -notmatch '\(([^)]*) bytes\)') { return [long] 0 }
    return [long] ($Matches[1] -replace '\D', '')
}
