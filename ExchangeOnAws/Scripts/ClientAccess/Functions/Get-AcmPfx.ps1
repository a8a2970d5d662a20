function Get-AcmPfx {
    <#
    .SYNOPSIS
    Exports a certificate from ACM: Thumbprint, NotBefore and NotAfter, and a PFX with its Bytes and Password.
    .DESCRIPTION
    In memory: the key touches no disk outside of Windows' own store for keys. The passphrase is made here and
    forgotten with the run. Refused: what is no RSA certificate, one whose time has not come or has passed.
    Exporting is also what keeps ACM renewing a certificate that no load balancer uses (ACM user guide,
    "Managed certificate renewal": eligible if exported since being issued or last renewed).
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)]
        [ValidatePattern('^arn:[^:]+:acm:[^:]+:')]
        [string] $CertificateArn
    )

    $random = New-Object -TypeName 'byte[]' -ArgumentList 48
    [System.Security.Cryptography.RandomNumberGenerator]::Create().GetBytes($random)
    # Base64 has none of the signs that ACM refuses in a passphrase: #, $ and %.
    $passphrase = [convert]::ToBase64String($random)
    Add-Secret -Value $passphrase
    $secret = [System.Text.Encoding]::ASCII.GetBytes($passphrase)
    Import-AwsModule -Name 'AWS.Tools.CertificateManager'
    $region = $CertificateArn.Split(':')[3]
    $export = Export-ACMCertificate -CertificateArn $CertificateArn -Passphrase $secret -Region $region -Force
    Add-Secret -Value "$($export.PrivateKey)"

    $type = 'System.Security.Cryptography.X509Certificates.X509Certificate2'
    $pem = "$($export.Certificate)`n$($export.CertificateChain)"
    $all = @(ConvertFrom-Pem -Text $pem -Kind 'CERTIFICATE' | ForEach-Object -Process {
            New-Object -TypeName $type -ArgumentList (, [byte[]] $_)
        })
    if ($all.Count -eq 0) { throw ('ACM exported no certificate of {0}.' -f $CertificateArn) }
    $leaf = $all[0]
    $chain = @($all | Select-Object -Skip 1)
    $now = Get-Date
    if ($leaf.NotAfter -le $now) {
        throw (('certificate {0} ended on {1:yyyy-MM-dd}, and ACM has not renewed it. ' +
                'See its renewal status in the ACM console.') -f $CertificateArn, $leaf.NotAfter)
    }

    if ($leaf.NotBefore -gt $now) {
        throw ('certificate {0} begins on {1:yyyy-MM-dd}. See the clock of this server.' -f
            $CertificateArn, $leaf.NotBefore)
    }

    $password = ConvertTo-SecureString -String $passphrase -AsPlainText -Force
    # What is inside the key must not reach an error text.
    try {
        $bytes = Unprotect-PrivateKey -Text $export.PrivateKey -Passphrase $secret
        $key = ConvertTo-RsaParameter -Bytes $bytes
        $pfx = New-Pfx -Certificate $leaf -Key $key -Chain $chain -Password $password
    }
    catch {
        throw ('certificate {0} cannot be used: {1}' -f $CertificateArn, $_.Exception.Message)
    }

    Add-Secret -Value ([convert]::ToBase64String($pfx))
    return [pscustomobject] @{
        Thumbprint = $leaf.Thumbprint
        NotBefore  = $leaf.NotBefore
        NotAfter   = $leaf.NotAfter
        Bytes      = $pfx
        Password   = $password
    }
}
