function ConvertFrom-Pem {
    <#
    .SYNOPSIS
    Returns the bytes of every block of a kind in a PEM text, each as one byte array.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [AllowEmptyString()] [string] $Text,
        # What stands after BEGIN, for example CERTIFICATE.
        [Parameter(Mandatory = $true)] [string] $Kind
    )

    $pattern = '-----BEGIN {0}-----([A-Za-z0-9+/=\s]+)-----END {0}-----' -f $Kind
    foreach ($match in [regex]::Matches($Text, $pattern)) {
        , [convert]::FromBase64String($match.Groups[1].Value)
    }
}
