function ConvertTo-RsaParameter {
    <#
    .SYNOPSIS
    Returns the numbers of an RSA private key from its PKCS #8 bytes, as .NET takes them.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [byte[]] $Bytes
    )

    # RFC 5208: version, algorithm, key. RFC 8017: version, n, e, d, p, q, d mod p-1, d mod q-1, 1/q mod p.
    $null, $algorithm, $key = @(Read-DerItem -Bytes (Read-DerItem -Bytes $Bytes).Bytes)
    $found = [System.BitConverter]::ToString(@(Read-DerItem -Bytes $algorithm.Bytes)[0].Bytes)
    if ($found -ne '2A-86-48-86-F7-0D-01-01-01') {
        throw 'its key is not RSA, and Exchange needs one that is. Request a certificate with an RSA key.'
    }

    $numbers = @(Read-DerItem -Bytes (Read-DerItem -Bytes $key.Bytes).Bytes)
    # A byte of zero in front only says that the number is positive.
    $length = $numbers[1].Bytes.Length
    if ($numbers[1].Bytes[0] -eq 0) { $length-- }
    $half = [int] [math]::Ceiling($length / 2)
    $names = [ordered] @{
        Modulus  = $length
        Exponent = 0
        D        = $length
        P        = $half
        Q        = $half
        DP       = $half
        DQ       = $half
        InverseQ = $half
    }
    $result = New-Object -TypeName 'System.Security.Cryptography.RSAParameters'
    $index = 1
    foreach ($name in $names.Keys) {
        $number = [byte[]] $numbers[$index].Bytes
        while ($number.Length -gt 1 -and $number[0] -eq 0) {
            $number = [byte[]] $number[1..($number.Length - 1)]
        }

        # .NET refuses a short one: in front of it go the zeros that DER leaves out.
        while ($number.Length -lt $names[$name]) { $number = [byte[]] (@(0) + $number) }
        $result.$name = $number
        $index++
    }

    return $result
}
