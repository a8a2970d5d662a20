function New-Pfx {
    <#
    .SYNOPSIS
    Returns the bytes of a PFX with a certificate, its RSA key and the certificates of its authorities.
    .DESCRIPTION
    The key is put into a container of a classic provider, and the PFX names that provider, so that Windows
    imports it into the same: with a key in a CNG provider, OWA and ECP ask for the password again and again
    (KB3032024). The container is gone afterwards; one that an interruption left is used again.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [object] $Certificate,
        [Parameter(Mandatory = $true)] [object] $Key,
        [Parameter()] [object[]] $Chain = @(),
        [Parameter(Mandatory = $true)] [securestring] $Password
    )

    # 12: PROV_RSA_SCHANNEL (wincrypt.h). Key number 1: for exchange, which TLS takes.
    $container = New-Object -TypeName 'System.Security.Cryptography.CspParameters' -ArgumentList @(
        12, 'Microsoft RSA SChannel Cryptographic Provider', 'ExchangeOnAws-Import')
    $container.KeyNumber = 1
    $container.Flags = 'UseMachineKeyStore'
    $type = 'System.Security.Cryptography.RSACryptoServiceProvider'
    $rsa = New-Object -TypeName $type -ArgumentList $container
    try {
        $rsa.ImportParameters($Key)
        $type = [System.Security.Cryptography.X509Certificates.RSACertificateExtensions]
        $content = New-Object -TypeName (
            'System.Security.Cryptography.X509Certificates.X509Certificate2Collection')
        $null = $content.Add($type::CopyWithPrivateKey($Certificate, $rsa))
        foreach ($one in $Chain) { $null = $content.Add($one) }
        $account = New-Object -TypeName 'PSCredential' -ArgumentList 'pfx', $Password
        return , $content.Export('Pfx', $account.GetNetworkCredential().Password)
    }
    finally {
        $rsa.PersistKeyInCsp = $false
        $rsa.Clear()
    }
}
