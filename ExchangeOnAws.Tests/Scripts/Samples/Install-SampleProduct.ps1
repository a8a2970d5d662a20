<#
.SYNOPSIS
The sample product is downloaded, verified, installed and prepared in the domain.
.DESCRIPTION
Safe to run again: a file that is right is kept, and an installed product is not installed again.
#>
param(
    [Parameter(Mandatory = $true)] [ValidatePattern('^(https|s3)://')] [string] $Source,
    [Parameter(Mandatory = $true)] [ValidatePattern('^[0-9A-Fa-f]{64}$')] [string] $Hash,
    [Parameter(Mandatory = $true)] [string] $AccountSecretArn
)

function Test-Product {
    return (Test-Path -LiteralPath 'HKLM:\SOFTWARE\SampleProduct')
}

function Test-Done {
    return ((Test-Product) -and (Test-Path -LiteralPath 'C:\Sample\prepared.txt'))
}

function Set-Done {
    $setup = 'C:\Sample\setup.exe'
    $hint = 'See C:\Sample\setup.log; this step can be run again.'
    if (-not (Test-Product)) {
        $signed = @{ Sha256 = $Hash; Signer = 'Sample Corporation'; Region = 'eu-west-1' }
        Get-VerifiedFile -Source $Source -Path $setup @signed
        Invoke-Installer -Path $setup -ArgumentList '/quiet' -Hint $hint -Evidence { Test-Product }
    }

    $account = Get-SecretCredential -SecretArn $AccountSecretArn
    $run = @{
        Name           = 'PrepareSample'
        Credential     = $account
        Path           = 'C:\Sample\prepare.exe'
        Arguments      = '/prepare'
        TimeoutSeconds = 600
        Hint           = $hint
    }
    $result = Invoke-AsDomainAccount @run
    if ($result.ExitCode -ne 0) {
        throw ('prepare.exe returned {0}: {1}. {2}' -f $result.ExitCode, ($result.Output -join ' '), $hint)
    }
}
