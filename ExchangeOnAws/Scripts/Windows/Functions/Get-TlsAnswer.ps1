function Get-TlsAnswer {
    <#
    .SYNOPSIS
    Asks for a page over TLS, whatever the certificate; returns the status, and thumbprint and end of what was
    presented.
    .DESCRIPTION
    A server is asked by its own name, which the certificate for clients does not carry. Windows PowerShell
    5.1 can stop checking certificates for its whole process only, so curl.exe asks, which Windows has since
    Server 2019: --insecure is for this one request, which carries nothing. Address is where to connect when
    that is not where the name leads.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $HostName,
        [Parameter(Mandatory = $true)] [ValidatePattern('^/')] [string] $Path,
        [Parameter()] [AllowEmptyString()] [string] $Address = ''
    )

    $arguments = @(
        '--silent', '--show-error', '--insecure', '--noproxy', '*'
        '--connect-timeout', '5', '--max-time', '20', '--output', 'NUL'
        # Since curl 7.88; for Schannel too (curl.se/docs/manpage.html, --write-out).
        '--write-out', '%{http_code}\n%{certs}'
    )
    if ($Address -ne '') { $arguments += '--connect-to', ('{0}:443:{1}:443' -f $HostName, $Address) }
    $url = 'https://{0}{1}' -f $HostName, $Path
    $command = @{ Name = 'curl.exe'; ArgumentList = $arguments + $url }
    try { $text = (Invoke-Native @command) -join "`n" }
    catch {
        # Among hundreds of questions one gets lost.
        Start-Sleep -Seconds 5
        $text = (Invoke-Native @command) -join "`n"
    }

    $type = 'System.Security.Cryptography.X509Certificates.X509Certificate2'
    $block = '-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----'
    $chain = @(foreach ($match in [regex]::Matches($text, $block)) {
            $bytes = [convert]::FromBase64String($match.Groups[1].Value)
            New-Object -TypeName $type -ArgumentList (, $bytes)
        })
    if ($chain.Count -eq 0) {
        throw (('curl.exe shows no certificate of {0}; it does since version 7.88. ' +
                'Install the updates of Windows.') -f $HostName)
    }

    $leaf = @($chain | Select-CertificateLeaf)[0]
    return [pscustomobject] @{
        Status     = [int] $text.Substring(0, 3)
        Thumbprint = $leaf.Thumbprint
        NotAfter   = $leaf.NotAfter
    }
}
