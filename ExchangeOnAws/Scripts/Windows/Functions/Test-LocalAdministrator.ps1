function Test-LocalAdministrator {
    <#
    .SYNOPSIS
    Says whether a domain account or group is a member of this server's Administrators.
    #>
    [CmdletBinding()]
    param(
        # As Windows shows members: CORP\name.
        [Parameter(Mandatory = $true)] [ValidatePattern('^[^\\@]+\\[^\\@]+$')] [string] $Member
    )

    # One member that is only a number fails them all: github.com/PowerShell/PowerShell/issues/2996.
    $wait = @{
        What           = 'the members of Administrators'
        TimeoutSeconds = 300
        Hint           = 'Check that a domain controller answers; remove members whose account was deleted.'
    }
    Wait-Until @wait -Condition { return (@(Get-LocalAdministrator).Count -gt 0) }
    return (@(Get-LocalAdministrator) -contains $Member)
}
