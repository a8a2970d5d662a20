function Confirm-File {
    <#
    .SYNOPSIS
    Throws unless a file has the expected SHA-256 and a valid signature by the expected organisation.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Path,
        [Parameter(Mandatory = $true)] [string] $Source,
        [Parameter()] [AllowEmptyString()] [string] $Sha256 = '',
        [Parameter()] [AllowEmptyString()] [string] $Signer = ''
    )

    if ($Sha256 -ne '') {
        $actual = (Get-FileHash -LiteralPath $Path -Algorithm 'SHA256').Hash
        if ($actual -ne $Sha256) {
            throw ('{0} has SHA-256 {1}; {2} is expected. Nothing of it was run: check file and hash.' -f
                $Source, $actual, $Sha256)
        }
    }

    if ($Signer -ne '') {
        $signature = Get-AuthenticodeSignature -LiteralPath $Path
        $subject = ''
        if ($null -ne $signature.SignerCertificate) { $subject = $signature.SignerCertificate.Subject }
        # An organisation with a comma in its name stands in quotes.
        $parts = ', ' + $subject + ','
        $isSigner = $parts.Contains((', O={0},' -f $Signer)) -or $parts.Contains((', O="{0}",' -f $Signer))
        if ("$($signature.Status)" -ne 'Valid' -or -not $isSigner) {
            throw ('{0} has signature state {1} and signer "{2}"; {3} is expected. Nothing of it was run.' -f
                $Source, $signature.Status, $subject, $Signer)
        }
    }
}
