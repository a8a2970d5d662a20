<#
.SYNOPSIS
The sample service has its port and runs.
.DESCRIPTION
Safe to run again: the value is written only when it differs.
#>
param(
    [Parameter(Mandatory = $true)] [ValidateRange(1, 65535)] [int] $Port,
    [Parameter()] [bool] $IsAutomatic = $true,
    [Parameter()] [string] $ServiceName = 'Sample'
)

$key = 'HKLM:\SOFTWARE\Sample'

function Test-Done {
    if (-not (Test-Path -LiteralPath $key)) { return $false }
    $value = Get-ItemProperty -LiteralPath $key
    $service = Get-Service -Name $ServiceName
    return ($value.PSObject.Properties['Port'] -and $value.Port -eq $Port -and $service.Status -eq 'Running')
}

function Set-Done {
    if (-not (Test-Path -LiteralPath $key)) { $null = New-Item -Path $key -Force }
    $null = Set-ItemProperty -LiteralPath $key -Name 'Port' -Value $Port
    if ($IsAutomatic) { Set-Service -Name $ServiceName -StartupType 'Automatic' }
    Start-Service -Name $ServiceName
    $wait = @{ What = "service $ServiceName"; TimeoutSeconds = 60; Hint = 'See the Application event log.' }
    Wait-Until @wait -Condition {
        $status = (Get-Service -Name $ServiceName).Status
        if ($status -eq 'Running') { return $true }
        return $status
    }
}
