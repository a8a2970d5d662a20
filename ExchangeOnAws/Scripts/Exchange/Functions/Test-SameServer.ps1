function Test-SameServer {
    <#
    .SYNOPSIS
    Says whether two names are those of one server, with or without its domain.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [AllowEmptyString()] [string] $Name,
        [Parameter(Mandatory = $true)] [AllowEmptyString()] [string] $Other
    )

    if ($Name.Contains('.') -and $Other.Contains('.')) { return ($Name -eq $Other) }
    return ($Name.Split('.')[0] -eq $Other.Split('.')[0])
}
