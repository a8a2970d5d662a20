<#
.SYNOPSIS
The named Windows features are installed.
.DESCRIPTION
Safe to run again: what is installed stays as it is.
#>
param(
    [Parameter(Mandatory = $true)] [ValidateNotNullOrEmpty()] [string[]] $FeatureName
)

function Test-Done {
    return (Test-Feature -Name $FeatureName)
}

function Set-Done {
    Install-Feature -Name $FeatureName
}
