function Get-SmtpAnswer {
    <#
    .SYNOPSIS
    Says SMTP commands to a server, and returns its greeting (CONNECT) and answers: Command, Code, Text.
    .DESCRIPTION
    After a refusal nothing more is said, except when only a recipient is refused. After STARTTLS it goes on
    over TLS, if Windows trusts the server's certificate for the name. For looking, not for sending mail.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $HostName,
        [Parameter()] [int] $Port = 25,
        [Parameter(Mandatory = $true)] [string[]] $Commands
    )

    $client = New-Object -TypeName 'System.Net.Sockets.TcpClient'
    try {
        # Exchange takes five seconds by itself before it refuses (TarpitInterval of a receive connector).
        $client.ReceiveTimeout = 30000
        $client.SendTimeout = 30000
        if (-not $client.ConnectAsync($HostName, $Port).Wait(10000)) { throw 'no answer within 10 s' }
        $stream = $client.GetStream()
        $answers = @(Read-SmtpAnswer -Stream $stream -Command 'CONNECT')
        foreach ($command in $Commands + 'QUIT') {
            if ($answers[-1].Code -ge 400 -and $answers[-1].Command -notlike 'RCPT *') { break }
            $bytes = [System.Text.Encoding]::ASCII.GetBytes($command + "`r`n")
            $stream.Write($bytes, 0, $bytes.Length)
            $stream.Flush()
            $answers += Read-SmtpAnswer -Stream $stream -Command $command
            if ($command -eq 'STARTTLS' -and $answers[-1].Code -eq 220) {
                $stream = New-Object -TypeName 'System.Net.Security.SslStream' -ArgumentList $stream
                $stream.AuthenticateAsClient($HostName)
            }
        }

        return $answers
    }
    catch {
        throw ('{0} port {1}: {2}' -f $HostName, $Port, $_.Exception.GetBaseException().Message.TrimEnd('.'))
    }
    finally { $client.Close() }
}
