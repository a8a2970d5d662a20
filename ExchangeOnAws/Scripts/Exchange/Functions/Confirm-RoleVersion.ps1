function Confirm-RoleVersion {
    <#
    .SYNOPSIS
    Throws when an upgrade of one of the roles broke off, which no installation finishes.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string[]] $Role
    )

    foreach ($state in Get-RoleState -Role $Role) {
        if ($state.ConfiguredVersion -notin '', $state.UnpackedVersion) {
            throw (('{0} is configured as {1} and its files are {2}: an upgrade broke off, which this ' +
                    'step does not finish. Run Setup.exe /Mode:Upgrade of that version on the server.') -f
                $state.Role, $state.ConfiguredVersion, $state.UnpackedVersion)
        }
    }
}
