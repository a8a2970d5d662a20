function Set-RegistryValue {
    <#
    .SYNOPSIS
    Sets those of the DWORD values that are wrong, and asks for the restart that they take.
    #>
    [CmdletBinding()]
    param(
        # As Get-WrongRegistryValue takes them.
        [Parameter(Mandatory = $true)] [hashtable[]] $Value,
        [Parameter(Mandatory = $true)] [string] $Reason
    )

    $wrong = @(Get-WrongRegistryValue -Value $Value)
    if ($wrong.Count -gt 0) { Set-RestartDue }
    foreach ($row in $wrong) {
        # -Force makes the parents of a new key; it would empty one that is there.
        if (-not (Test-Path -LiteralPath $row.Key)) { $null = New-Item -Path $row.Key -Force }
        $new = @{ Name = $row.Name; PropertyType = 'DWord'; Value = $row.Value; Force = $true }
        $null = New-ItemProperty -LiteralPath $row.Key @new
        Write-StepLog -Text ('{0}\{1} is {2}.' -f $row.Key, $row.Name, $row.Value)
    }

    if (Test-RestartDue) { Request-Restart -Reason $Reason }
}
