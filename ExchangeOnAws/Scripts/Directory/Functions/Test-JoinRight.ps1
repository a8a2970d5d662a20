function Test-JoinRight {
    <#
    .SYNOPSIS
    Says whether an account has in a unit just the rights to join computers there.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $OrganizationalUnit,
        [Parameter(Mandatory = $true)] [string] $AccountName
    )

    $present = @(Get-UnitRight @PSBoundParameters | Sort-Object -Unique)
    $wanted = @(Get-JoinRight | ForEach-Object -Process { $_.Entry } | Sort-Object -Unique)
    return (($present -join ';') -eq ($wanted -join ';'))
}
