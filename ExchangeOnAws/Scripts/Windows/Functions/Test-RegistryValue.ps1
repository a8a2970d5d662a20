function Test-RegistryValue {
    <#
    .SYNOPSIS
    Says whether the DWORD values are in the registry and the server has restarted since this step set them.
    #>
    [CmdletBinding()]
    param(
        # As Get-WrongRegistryValue takes them.
        [Parameter(Mandatory = $true)] [hashtable[]] $Value
    )

    return (@(Get-WrongRegistryValue -Value $Value).Count -eq 0 -and -not (Test-RestartDue))
}
