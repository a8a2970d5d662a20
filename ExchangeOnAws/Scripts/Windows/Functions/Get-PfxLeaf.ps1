function Get-PfxLeaf {
    <#
    .SYNOPSIS
    Returns thumbprint and end of the server certificate of a PFX in Secrets Manager.
    .DESCRIPTION
    Read in memory: neither the file nor its key touches the disk to see which certificate it is. Certificates
    of authorities may be with it. Refused: what does not open, several server certificates, one whose time
    has not come or has passed.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $SecretArn,
        [Parameter()] [AllowEmptyString()] [string] $PasswordSecretArn = ''
    )

    $bytes = Get-SecretBinary -SecretArn $SecretArn
    $password = ''
    if ($PasswordSecretArn -ne '') { $password = Get-SecretText -SecretArn $PasswordSecretArn }
    $flags = [System.Security.Cryptography.X509Certificates.X509KeyStorageFlags] 'EphemeralKeySet'
    $type = 'System.Security.Cryptography.X509Certificates.X509Certificate2Collection'
    $content = New-Object -TypeName $type
    try { $content.Import($bytes, $password, $flags) }
    catch {
        throw ('secret {0} is no PFX that opens with the password of secret "{1}". Store both again.' -f
            $SecretArn, $PasswordSecretArn)
    }

    $all = @($content | Select-CertificateLeaf)
    foreach ($certificate in $content) { $certificate.Dispose() }
    if ($all.Count -ne 1) {
        throw ('the PFX of secret {0} has {1} server certificates, so none is the right one. Store one.' -f
            $SecretArn, $all.Count)
    }

    $now = Get-Date
    if ($all[0].NotAfter -le $now) {
        throw ('the certificate of secret {0} ended on {1:yyyy-MM-dd}. Store a renewed PFX.' -f
            $SecretArn, $all[0].NotAfter)
    }

    if ($all[0].NotBefore -gt $now) {
        throw ('the certificate of secret {0} begins on {1:yyyy-MM-dd}. Store one that is valid now.' -f
            $SecretArn, $all[0].NotBefore)
    }

    return $all[0]
}
