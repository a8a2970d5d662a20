function Select-CertificateLeaf {
    <#
    .SYNOPSIS
    Returns thumbprint, begin and end of the piped certificates that issued none of the others.
    .DESCRIPTION
    In a chain, that is the server's own, wherever it stands.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true, ValueFromPipeline = $true)] [object] $Certificate
    )

    begin { $all = @() }
    process { $all += $Certificate }
    end {
        foreach ($one in $all) {
            $issued = @($all | Where-Object -FilterScript {
                    $_.Issuer -eq $one.Subject -and $_.Thumbprint -ne $one.Thumbprint
                })
            if ($issued.Count -gt 0) { continue }
            [pscustomobject] @{
                Thumbprint = $one.Thumbprint
                NotBefore  = $one.NotBefore
                NotAfter   = $one.NotAfter
            }
        }
    }
}
