<#
.SYNOPSIS
The server has the features of a domain controller with DNS, and the tools to manage both.
.DESCRIPTION
Safe to run again: only what is missing is installed.
#>
param()

$features = @('AD-Domain-Services', 'DNS', 'GPMC', 'RSAT-AD-PowerShell', 'RSAT-ADDS-Tools', 'RSAT-DNS-Server')

function Test-Done {
    return (Test-Feature -Name $features)
}

function Set-Done {
    Install-Feature -Name $features
}
