function Set-JoinRight {
    <#
    .SYNOPSIS
    Gives an account in a unit just the rights to join computers there; takes away others it has.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $OrganizationalUnit,
        [Parameter(Mandatory = $true)] [string] $AccountName
    )

    if (Test-JoinRight @PSBoundParameters) { return }

    $account = '{0}\{1}' -f (Get-ADDomain -Server 'localhost').NetBIOSName, $AccountName
    $unit = '\\localhost\{0}' -f $OrganizationalUnit
    if (@(Get-UnitRight @PSBoundParameters).Count -gt 0) {
        $null = Invoke-Native -Name 'dsacls.exe' -ArgumentList $unit, '/R', $account
    }

    foreach ($right in Get-JoinRight) {
        $grant = '{0}:{1}' -f $account, $right.Grant
        $inheritance = '/I:{0}' -f $right.Inheritance
        $null = Invoke-Native -Name 'dsacls.exe' -ArgumentList $unit, $inheritance, '/G', $grant
    }

    Write-StepLog -Text ('{0} may join computers in {1}.' -f $account, $OrganizationalUnit)
}
