function Unprotect-PrivateKey {
    <#
    .SYNOPSIS
    Decrypts the private key of a PEM text, as ACM exports it, and returns its PKCS #8 bytes.
    .DESCRIPTION
    ACM writes PKCS #8 under PBES2: PBKDF2, and AES in CBC mode (seen in 2025: HMAC with SHA-1, AES-256;
    hashicorp/terraform-provider-aws, pull request 45655). What else the same standard has is read too;
    what is
    unknown is named and refused.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Text,
        [Parameter(Mandatory = $true)] [byte[]] $Passphrase
    )

    # Object identifiers as their bytes (RFC 8018, RFC 3565), with name and key length.
    $pbes2, $pbkdf2 = '2A-86-48-86-F7-0D-01-05-0D', '2A-86-48-86-F7-0D-01-05-0C'
    $digests = @{
        '2A-86-48-86-F7-0D-02-07' = 'SHA1'
        '2A-86-48-86-F7-0D-02-09' = 'SHA256'
        '2A-86-48-86-F7-0D-02-0A' = 'SHA384'
        '2A-86-48-86-F7-0D-02-0B' = 'SHA512'
    }
    $ciphers = @{
        '60-86-48-01-65-03-04-01-02' = 'Aes', 16
        '60-86-48-01-65-03-04-01-16' = 'Aes', 24
        '60-86-48-01-65-03-04-01-2A' = 'Aes', 32
        '2A-86-48-86-F7-0D-03-07'    = 'TripleDES', 24
    }

    $blocks = @(ConvertFrom-Pem -Text $Text -Kind 'ENCRYPTED PRIVATE KEY')
    if ($blocks.Count -ne 1) {
        throw ('there are {0} encrypted private keys in place of one.' -f $blocks.Count)
    }
    $method, $data = @(Read-DerItem -Bytes (Read-DerItem -Bytes $blocks[0]).Bytes)
    $scheme, $parameters = @(Read-DerItem -Bytes $method.Bytes)
    $found = [System.BitConverter]::ToString($scheme.Bytes)
    if ($found -ne $pbes2) { throw ('the private key is encrypted by scheme {0}, not PBES2.' -f $found) }
    $derivation, $cipher = @(Read-DerItem -Bytes $parameters.Bytes)
    $function, $settings = @(Read-DerItem -Bytes $derivation.Bytes)
    $found = [System.BitConverter]::ToString($function.Bytes)
    if ($found -ne $pbkdf2) { throw ('the private key is derived by {0}, not PBKDF2.' -f $found) }

    $salt, $count, $options = @(Read-DerItem -Bytes $settings.Bytes)
    $iterations = 0
    foreach ($byte in $count.Bytes) { $iterations = $iterations * 256 + $byte }
    # SHA-1 is what is not written; the length of the key may be written too.
    $digest = 'SHA1'
    foreach ($option in @($options | Where-Object -FilterScript { $null -ne $_ -and $_.Tag -eq 48 })) {
        $found = [System.BitConverter]::ToString(@(Read-DerItem -Bytes $option.Bytes)[0].Bytes)
        if (-not $digests.ContainsKey($found)) { throw ('the private key is derived with {0}.' -f $found) }
        $digest = $digests[$found]
    }

    $algorithm, $vector = @(Read-DerItem -Bytes $cipher.Bytes)
    $found = [System.BitConverter]::ToString($algorithm.Bytes)
    if (-not $ciphers.ContainsKey($found)) { throw ('the private key is encrypted with {0}.' -f $found) }
    $name, $length = $ciphers[$found]

    $hash = New-Object -TypeName 'System.Security.Cryptography.HashAlgorithmName' -ArgumentList $digest
    $derive = New-Object -TypeName 'System.Security.Cryptography.Rfc2898DeriveBytes' -ArgumentList @(
        $Passphrase, $salt.Bytes, $iterations, $hash)
    $symmetric = [System.Security.Cryptography.TripleDES]::Create()
    if ($name -eq 'Aes') { $symmetric = [System.Security.Cryptography.Aes]::Create() }
    # CBC and PKCS #7 padding are what both begin with.
    $decryptor = $symmetric.CreateDecryptor($derive.GetBytes($length), $vector.Bytes)
    return , $decryptor.TransformFinalBlock($data.Bytes, 0, $data.Bytes.Length)
}
