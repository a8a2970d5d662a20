<#
.SYNOPSIS
One connection policy and one resource policy admit the members of one group,
with their password, to any computer.
.DESCRIPTION
Safe to run again: policies that are as they should be stay; any other policy is removed.
#>
param(
    [Parameter(Mandatory = $true)] [ValidatePattern('^[^\\@]+$')] [string] $DomainNetBiosName,
    [Parameter(Mandatory = $true)] [ValidatePattern('^[^\\@]+$')] [string] $UsersGroup
)

$name = 'ExchangeOnAws'
$pending = 'C:\ProgramData\ExchangeOnAws\Steps\Set-GatewayPolicy.restart'
# Numbers of the RDS: drive: authentication by password, any network resource, enabled.
$policies = [ordered] @{
    'RDS:\GatewayServer\CAP' = @{ AuthMethod = 1; Status = 1 }
    'RDS:\GatewayServer\RAP' = @{ ComputerGroupType = 2; Status = 1 }
}

# The form that the RDS: drive takes; Test-Policy accepts DOMAIN\group too, which WMI shows.
function Get-Group {
    return ('{0}@{1}' -f $UsersGroup, $DomainNetBiosName)
}

function Test-Policy {
    param([string] $Path, [hashtable] $Values)
    $policy = '{0}\{1}' -f $Path, $name
    if (-not (Test-Path -LiteralPath $policy)) { return $false }
    foreach ($setting in $Values.Keys) {
        $value = (Get-Item -LiteralPath ('{0}\{1}' -f $policy, $setting)).CurrentValue
        if ("$value" -ne "$($Values[$setting])") { return $false }
    }

    $groups = @(Get-ChildItem -LiteralPath ('{0}\UserGroups' -f $policy) |
            ForEach-Object -Process { $_.Name })
    $accepted = (Get-Group), ('{0}\{1}' -f $DomainNetBiosName, $UsersGroup)
    return ($groups.Count -eq 1 -and $accepted -contains $groups[0])
}

function Get-OtherPolicy {
    param([string] $Path)
    Get-ChildItem -LiteralPath $Path | ForEach-Object -Process { $_.Name } |
        Where-Object -FilterScript { $_ -ne $name }
}

function Test-Done {
    if (Test-Path -LiteralPath $pending) { return $false }
    Import-Module -Name 'RemoteDesktopServices' -Global
    foreach ($path in $policies.Keys) {
        if (-not (Test-Policy -Path $path -Values $policies[$path])) { return $false }
        if (@(Get-OtherPolicy -Path $path).Count -gt 0) { return $false }
    }

    return $true
}

function Set-Policy {
    param([string] $Path, [hashtable] $Values)
    $policy = '{0}\{1}' -f $Path, $name
    if (Test-Path -LiteralPath $policy) { Remove-Item -LiteralPath $policy -Recurse }
    # A new policy is enabled.
    $new = @{ Path = $Path; Name = $name; UserGroups = Get-Group }
    foreach ($setting in $Values.Keys) {
        if ($setting -ne 'Status') { $new[$setting] = $Values[$setting] }
    }

    Write-StepLog -Text ('Creates {0} for {1}.' -f $policy, $new.UserGroups)
    $null = New-Item @new
}

function Set-Done {
    Import-Module -Name 'RemoteDesktopServices' -Global
    # Remembered, so that a failure before the restart does not leave the service with old policies.
    New-Folder -Path (Split-Path -Path $pending -Parent)
    Set-Content -LiteralPath $pending -Value $name
    foreach ($path in $policies.Keys) {
        if (-not (Test-Policy -Path $path -Values $policies[$path])) {
            Set-Policy -Path $path -Values $policies[$path]
        }

        foreach ($other in Get-OtherPolicy -Path $path) {
            Write-StepLog -Text ('Removes {0}\{1}.' -f $path, $other)
            Remove-Item -LiteralPath ('{0}\{1}' -f $path, $other) -Recurse
        }
    }

    Restart-Service -Name 'TSGateway' -Force
    Remove-Item -LiteralPath $pending -Force
}
