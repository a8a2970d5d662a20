function Read-DerItem {
    <#
    .SYNOPSIS
    Returns the items that stand in a piece of DER (ASN.1 as keys are written): the tag and the bytes of each.
    .DESCRIPTION
    Windows PowerShell 5.1 runs on .NET Framework 4.8, which can neither read a key of PEM nor decrypt one.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [byte[]] $Bytes
    )

    $at = 0
    while ($at -lt $Bytes.Length) {
        $tag = $Bytes[$at]
        $length = [int] $Bytes[$at + 1]
        $at += 2
        # From 128 on it is the number of bytes that hold the length.
        if ($length -ge 128) {
            $count = $length - 128
            $length = 0
            foreach ($byte in $Bytes[$at..($at + $count - 1)]) { $length = $length * 256 + $byte }
            $at += $count
        }

        if ($at + $length -gt $Bytes.Length) { throw 'the key ends before its last item does.' }
        $content = [byte[]] @()
        if ($length -gt 0) { $content = [byte[]] $Bytes[$at..($at + $length - 1)] }
        [pscustomobject] @{ Tag = $tag; Bytes = $content }
        $at += $length
    }
}
