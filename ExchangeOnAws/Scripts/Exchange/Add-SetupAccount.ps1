<#
.SYNOPSIS
The account that runs Exchange Setup is an administrator of this server.
.DESCRIPTION
Safe to run again: a member is not added again.
#>
param(
    [Parameter(Mandatory = $true)] [ValidatePattern('^[^\\@]{1,15}$')] [string] $NetBiosName,
    [Parameter(Mandatory = $true)] [string] $SetupSecretArn
)

function Get-Account {
    return ('{0}\{1}' -f $NetBiosName, (Get-SecretText -SecretArn $SetupSecretArn -Key 'username'))
}

function Test-Done {
    return (Test-LocalAdministrator -Member (Get-Account))
}

function Set-Done {
    Add-LocalAdministrator -Member (Get-Account)
}
