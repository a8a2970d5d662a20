function Get-LocalAdministrator {
    <#
    .SYNOPSIS
    Returns the names of the members of this server's Administrators, as Windows shows them: CORP\name.
    #>
    [CmdletBinding()]
    param()

    # By its number: the group's name differs between languages of Windows.
    Get-LocalGroupMember -SID 'S-1-5-32-544' | ForEach-Object -Process { $_.Name }
}
