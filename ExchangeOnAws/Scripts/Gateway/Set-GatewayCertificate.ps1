<#
.SYNOPSIS
RD Gateway presents the certificate of the PFX in Secrets Manager, or else a self-signed one for its DNS name.
.DESCRIPTION
Safe to run again: a certificate that is there is not imported again, and a self-signed one is kept while it
is valid for another 30 days. A new PFX in the secret takes the place of the old one at the next run.
#>
param(
    [Parameter()] [string] $CertificateSecretArn = '',
    [Parameter()] [string] $CertificatePasswordSecretArn = '',
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9.-]+$')] [string] $DnsName
)

$store = 'Cert:\LocalMachine\My'
$setting = 'RDS:\GatewayServer\SSLCertificate\Thumbprint'
$pending = 'C:\ProgramData\ExchangeOnAws\Steps\Set-GatewayCertificate.restart'
$folder = 'C:\ProgramData\ExchangeOnAws\Gateway'
$file = 'C:\ProgramData\ExchangeOnAws\Gateway\certificate.pfx'

function Get-PfxPassword {
    if ($CertificatePasswordSecretArn -eq '') { return (New-Object -TypeName 'System.Security.SecureString') }
    return (Get-SecretSecureString -SecretArn $CertificatePasswordSecretArn)
}

function Import-Pfx {
    param([byte[]] $Bytes, [securestring] $Password)
    New-PrivateFolder -Path $folder
    try {
        Set-Content -LiteralPath $file -Value $Bytes -Encoding Byte
        $null = Import-PfxCertificate -FilePath $file -CertStoreLocation $store -Password $Password
    }
    finally {
        # Emptied first: what cannot be deleted holds no key any more.
        try { Set-Content -LiteralPath $file -Value '' }
        finally { Remove-Item -LiteralPath $folder -Recurse -Force }
    }
}

function Get-SelfSigned {
    $end = (Get-Date).AddDays(30)
    $subject = 'CN={0}' -f $DnsName
    Get-ChildItem -LiteralPath $store | Where-Object -FilterScript {
        $_.Subject -eq $subject -and $_.Issuer -eq $subject -and $_.HasPrivateKey -and $_.NotAfter -gt $end
    } | Sort-Object -Property 'NotAfter' -Descending | Select-Object -First 1
}

# The thumbprint that the gateway should present; '' when that certificate is still to be made or imported.
function Get-WantedThumbprint {
    if ($CertificateSecretArn -eq '') {
        $found = Get-SelfSigned
    }
    else {
        $pfx = @{ SecretArn = $CertificateSecretArn; PasswordSecretArn = $CertificatePasswordSecretArn }
        $thumbprint = (Get-PfxLeaf @pfx).Thumbprint
        $found = Get-ChildItem -LiteralPath $store | Where-Object -FilterScript {
            $_.Thumbprint -eq $thumbprint -and $_.HasPrivateKey
        }
    }

    if ($null -eq $found) { return '' }
    return $found.Thumbprint
}

function Test-Done {
    if ((Test-Path -LiteralPath $pending) -or (Test-Path -LiteralPath $folder)) { return $false }
    Import-Module -Name 'RemoteDesktopServices' -Global
    $wanted = Get-WantedThumbprint
    return ($wanted -ne '' -and (Get-Item -LiteralPath $setting).CurrentValue -eq $wanted)
}

function Add-Certificate {
    if ($CertificateSecretArn -ne '') {
        Import-Pfx -Bytes (Get-SecretBinary -SecretArn $CertificateSecretArn) -Password (Get-PfxPassword)
        return
    }

    $new = @{ DnsName = $DnsName; NotAfter = (Get-Date).AddYears(2); KeyExportPolicy = 'NonExportable' }
    $null = New-SelfSignedCertificate @new -CertStoreLocation $store
}

function Set-Done {
    Import-Module -Name 'RemoteDesktopServices' -Global
    # Left by an interrupted import.
    if (Test-Path -LiteralPath $folder) { Remove-Item -LiteralPath $folder -Recurse -Force }
    if ((Get-WantedThumbprint) -eq '') { Add-Certificate }
    $thumbprint = Get-WantedThumbprint
    if ($thumbprint -eq '') {
        throw 'the certificate was stored, but without its private key. Look at the PFX.'
    }

    # The service runs as Network Service and needs the key for its UDP transport.
    $access = 'D:PAI(A;;GA;;;SY)(A;;GA;;;BA)(A;;GR;;;NS)'
    $null = Invoke-Native -Name 'certutil.exe' -ArgumentList '-repairstore', 'My', $thumbprint, $access
    # Remembered, so that a failure before the restart does not leave the service with the old certificate.
    New-Folder -Path (Split-Path -Path $pending -Parent)
    Set-Content -LiteralPath $pending -Value $thumbprint
    Set-Item -Path $setting -Value $thumbprint
    Restart-Service -Name 'TSGateway' -Force
    Remove-Item -LiteralPath $pending -Force
}
