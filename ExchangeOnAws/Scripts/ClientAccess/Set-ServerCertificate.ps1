<#
.SYNOPSIS
This server presents the certificate of the PFX in Secrets Manager, or the one of ACM, to clients and to mail
servers outside.
.DESCRIPTION
Safe to run again: a certificate that is there is not imported again. A new PFX in the secret, or a renewed
certificate in ACM, takes the place of the old one, which stays in the store. TLS between the Exchange servers
keeps the server's own certificate: Microsoft recommends so, and an Edge subscription ends when that one
changes.
#>
param(
    # One of the two: the ARN of the secret that has a PFX, or of an exportable certificate in ACM.
    [Parameter()] [string] $CertificateSecretArn = '',
    [Parameter()] [string] $CertificatePasswordSecretArn = '',
    [Parameter()] [string] $CertificateArn = ''
)

$pending = 'C:\ProgramData\ExchangeOnAws\Steps\Set-ServerCertificate.restart'

# What ACM exported in this run: once is enough.
$exported = @{}

function Get-Leaf {
    if (($CertificateArn -eq '') -eq ($CertificateSecretArn -eq '')) {
        throw 'CertificateArn and CertificateSecretArn are both set or both empty. Give one of them a value.'
    }

    if ($CertificateArn -eq '') {
        return (Get-PfxLeaf -SecretArn $CertificateSecretArn -PasswordSecretArn $CertificatePasswordSecretArn)
    }

    if ($exported.Count -eq 0) { $exported.Pfx = Get-AcmPfx -CertificateArn $CertificateArn }
    return $exported.Pfx
}

function Get-Certificate {
    param([Parameter(Mandatory = $true)] [string] $Thumbprint)
    Get-ExchangeCertificate | Where-Object -FilterScript { $_.Thumbprint -eq $Thumbprint }
}

# What clients get: Exchange lists IIS for the certificate of its back end too.
function Get-Served {
    $computer = Get-ComputerSystem
    $name = '{0}.{1}' -f $computer.Name, $computer.Domain
    # What does not answer presents nothing, which this step can change.
    try { return (Get-TlsAnswer -HostName $name -Path '/owa/healthcheck.htm').Thumbprint }
    catch { return ('none: {0}' -f $_.Exception.Message) }
}

function Get-Internal {
    $service = Get-TransportService -Identity (Get-ComputerSystem).Name
    return "$($service.InternalTransportCertificateThumbprint)"
}

function Test-Done {
    $leaf = Get-Leaf
    if (Test-Path -LiteralPath $pending) { return $false }
    Import-ExchangeShell
    $certificate = Get-Certificate -Thumbprint $leaf.Thumbprint
    if ($null -eq $certificate -or "$($certificate.Services)" -notmatch 'SMTP') { return $false }
    return ((Get-Internal) -ne $leaf.Thumbprint -and (Get-Served) -eq $leaf.Thumbprint)
}

# The one for TLS between the Exchange servers: the present one or, after an interruption, the server's.
function Get-OwnCertificate {
    param([Parameter(Mandatory = $true)] [string] $Thumbprint)
    $internal = Get-Internal
    $server = (Get-ComputerSystem).Name
    $own = Get-ExchangeCertificate | Where-Object -FilterScript {
        $_.Thumbprint -ne $Thumbprint -and $_.HasPrivateKey -and
        ($_.Thumbprint -eq $internal -or
            ($internal -eq $Thumbprint -and $_.IsSelfSigned -and $_.Subject -eq ('CN={0}' -f $server)))
    } | Sort-Object -Property 'NotAfter' -Descending | Select-Object -First 1
    if ($null -eq $own -or $own.NotAfter -le (Get-Date)) {
        throw (('{0} has no valid certificate of its own for TLS between Exchange servers. ' +
                'Make one with New-ExchangeCertificate -Services SMTP -Force, then run this again.') -f
            $server)
    }

    return $own.Thumbprint
}

function Add-Certificate {
    param([Parameter(Mandatory = $true)] [string] $Thumbprint)
    if ($null -eq (Get-Certificate -Thumbprint $Thumbprint)) {
        # From memory. -FileName is gone since the cumulative updates of 2022.
        $new = @{ PrivateKeyExportable = $false }
        if ($CertificateArn -ne '') {
            $new.FileData, $new.Password = $exported.Pfx.Bytes, $exported.Pfx.Password
        }
        else {
            $new.FileData = Get-SecretBinary -SecretArn $CertificateSecretArn
            if ($CertificatePasswordSecretArn -ne '') {
                $new.Password = Get-SecretSecureString -SecretArn $CertificatePasswordSecretArn
            }
        }

        $null = Import-ExchangeCertificate @new
        Write-StepLog -Text ('Imported {0}.' -f $Thumbprint)
    }

    if (-not (Get-Certificate -Thumbprint $Thumbprint).HasPrivateKey) {
        throw (('certificate {0} is in the store without its private key, so nothing can use it. ' +
                'Remove it there, see that {1} has its key, then run this again.') -f
            $Thumbprint, "$CertificateSecretArn$CertificateArn")
    }
}

function Set-Done {
    Import-ExchangeShell
    $thumbprint = (Get-Leaf).Thumbprint
    Add-Certificate -Thumbprint $thumbprint
    $own = Get-OwnCertificate -Thumbprint $thumbprint
    Write-StepLog -Text ('Clients get {0}; until now: {1}, which stays in the store.' -f
        $thumbprint, (Get-Served))

    # Exchange may go on encrypting cookies with the old certificate until IIS is restarted, which Microsoft
    # recommends behind a layer 4 load balancer (learn.microsoft.com, Enable-ExchangeCertificate).
    # Remembered, so that a failure before the restart does not leave it so.
    New-Folder -Path (Split-Path -Path $pending -Parent)
    Set-Content -LiteralPath $pending -Value $thumbprint
    # -Force answers yes to the question whether mail inside should use it too, and nobody can answer no ...
    Enable-ExchangeCertificate -Thumbprint $thumbprint -Services 'IIS,SMTP' -Force
    # ... so that is taken back. It becomes the internal one again; the services of both stay.
    Enable-ExchangeCertificate -Thumbprint $own -Services 'SMTP' -Force
    Restart-Service -Name 'W3SVC' -Force
    Remove-Item -LiteralPath $pending -Force

    $hint = 'See the bindings of the Default Web Site and Get-ExchangeCertificate.'
    Wait-Until -What ('{0} on port 443' -f $thumbprint) -TimeoutSeconds 300 -Hint $hint -Condition {
        $served = Get-Served
        if ($served -eq $thumbprint) { return $true }
        return $served
    }
}
