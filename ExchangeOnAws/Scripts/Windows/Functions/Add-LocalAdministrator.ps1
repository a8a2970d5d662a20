function Add-LocalAdministrator {
    <#
    .SYNOPSIS
    Makes a domain account or group a member of this server's Administrators; waits until the domain knows it.
    #>
    [CmdletBinding()]
    param(
        # As Windows shows members: CORP\name.
        [Parameter(Mandatory = $true)] [ValidatePattern('^[^\\@]+\\[^\\@]+$')] [string] $Member,
        [Parameter()]
        [string] $Hint = 'Check that it exists and that a domain controller answers this server.'
    )

    $wait = @{
        What           = '{0} as a local administrator' -f $Member
        TimeoutSeconds = 1800
        Hint           = $Hint
    }
    Wait-Until @wait -IntervalSeconds 30 -Condition {
        # A member cannot be added again; an attempt may have worked although its answer was lost.
        if (@(Get-LocalAdministrator) -contains $Member) { return $true }
        Add-LocalGroupMember -SID 'S-1-5-32-544' -Member $Member
        return $true
    }

    Write-StepLog -Text ('{0} is a local administrator.' -f $Member)
}
