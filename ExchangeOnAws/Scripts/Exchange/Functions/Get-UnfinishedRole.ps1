function Get-UnfinishedRole {
    <#
    .SYNOPSIS
    Returns the roles of Exchange that are not installed and configured, each with what there is of it.
    .DESCRIPTION
    By the signs that setup itself goes by, and Test-ExchangeSetupPartiallyCompleted in
    github.com/dsccommunity/xExchange: both versions, and neither Action nor Watermark.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string[]] $Role,
        # Roles that only some releases have.
        [Parameter()] [string[]] $OptionalRole = @()
    )

    foreach ($state in Get-RoleState -Role ($Role + $OptionalRole)) {
        if ($state.Action -ne '' -or $state.Watermark -ne '') {
            '{0} (action {1}, watermark {2})' -f $state.Role, $state.Action, $state.Watermark
        }
        elseif ($state.UnpackedVersion -eq '') {
            if ($OptionalRole -notcontains $state.Role) { '{0} (not there)' -f $state.Role }
        }
        elseif ($state.ConfiguredVersion -ne $state.UnpackedVersion) {
            '{0} (files {1}, configured {2})' -f
                $state.Role, $state.UnpackedVersion, $state.ConfiguredVersion
        }
    }
}
