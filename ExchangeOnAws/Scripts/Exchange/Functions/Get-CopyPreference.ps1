function Get-CopyPreference {
    <#
    .SYNOPSIS
    Returns the activation preference of a database's copy on a server, or 0 if there is no copy.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [AllowNull()] [object] $Database,
        [Parameter(Mandatory = $true)] [string] $Server
    )

    if ($null -eq $Database) { return 0 }
    foreach ($pair in $Database.ActivationPreference) {
        if ($pair.Key.Name -eq $Server) { return [int] $pair.Value }
    }

    return 0
}
