<#
.SYNOPSIS
The RD Gateway role and its tools are installed, and its service runs.
.DESCRIPTION
Safe to run again: what is installed stays, and a service that runs is not restarted.
#>
param()

$features = 'RDS-Gateway', 'RSAT-RDS-Gateway'
$service = 'TSGateway'

function Test-Done {
    if (-not (Test-Feature -Name $features)) { return $false }
    $found = Get-Service -Name $service -ErrorAction SilentlyContinue
    return ($null -ne $found -and "$($found.StartType)" -eq 'Automatic' -and "$($found.Status)" -eq 'Running')
}

function Set-Done {
    Install-Feature -Name $features
    Set-Service -Name $service -StartupType 'Automatic'
    Start-Service -Name $service
}
