<#
.SYNOPSIS
The directory's recycle bin is on.
.DESCRIPTION
Safe to run again: it is switched on once and cannot be switched off.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DomainName
)

$feature = 'Recycle Bin Feature'

function Test-Done {
    Wait-Directory -DomainName $DomainName
    $found = Get-ADOptionalFeature -Server 'localhost' -Filter "Name -eq '$feature'"
    return ($null -ne $found -and @($found.EnabledScopes).Count -gt 0)
}

function Set-Done {
    $enable = @{
        Identity = $feature
        Scope    = 'ForestOrConfigurationSet'
        Target   = $DomainName
        Server   = 'localhost'
    }
    Enable-ADOptionalFeature @enable -Confirm:$false
}
