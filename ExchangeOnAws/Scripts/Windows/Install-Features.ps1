<#
.SYNOPSIS
The Windows features are installed.
.DESCRIPTION
Safe to run again: only what is missing is installed. A feature that this Windows does not have is an error:
the lists differ between versions of Windows.
#>
param(
    [Parameter(Mandatory = $true)] [string[]] $Features
)

function Test-Done {
    return (Test-Feature -Name $Features)
}

function Set-Done {
    Install-Feature -Name $Features
}
