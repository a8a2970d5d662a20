<#
.SYNOPSIS
Exchange may administer this server: its group Exchange Trusted Subsystem is a local administrator.
.DESCRIPTION
Safe to run again: a member is not added again. The members of the availability group act as this group when
they make folder and share of the witness:
learn.microsoft.com/exchange/high-availability/manage-ha/manage-dags.
#>
param(
    [Parameter(Mandatory = $true)] [ValidateLength(1, 15)] [string] $NetBiosName
)

$group = 'Exchange Trusted Subsystem'

function Test-Done {
    return (Test-LocalAdministrator -Member ('{0}\{1}' -f $NetBiosName, $group))
}

function Set-Done {
    $hint = 'Setup.exe /PrepareAD makes it: see Initialize-Directory. ' +
        'Check the DNS addresses of this server too.'
    Add-LocalAdministrator -Member ('{0}\{1}' -f $NetBiosName, $group) -Hint $hint
}
