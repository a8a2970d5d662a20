function Test-Feature {
    <#
    .SYNOPSIS
    Says whether all of these Windows features are installed.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string[]] $Name
    )

    return (@(Get-MissingFeature -Name $Name).Count -eq 0)
}
