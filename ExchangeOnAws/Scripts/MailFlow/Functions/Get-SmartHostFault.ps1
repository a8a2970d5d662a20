function Get-SmartHostFault {
    <#
    .SYNOPSIS
    Says what keeps a smart host from taking mail: no answer, no TLS, a certificate of others, a wrong login.
    .DESCRIPTION
    It logs on as Exchange does: over TLS only, when the certificate is valid for the host's name.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $HostName,
        [Parameter(Mandatory = $true)] [int] $Port,
        [Parameter()] [AllowEmptyString()] [string] $CredentialsSecretArn = ''
    )

    $computer = Get-ComputerSystem
    $hello = 'EHLO {0}.{1}' -f $computer.Name, $computer.Domain
    $commands = @($hello, 'STARTTLS', $hello)
    if ($CredentialsSecretArn -ne '') {
        $login = (Get-SecretCredential -SecretArn $CredentialsSecretArn).GetNetworkCredential()
        $commands += 'AUTH LOGIN'
        foreach ($text in $login.UserName, $login.Password) {
            $commands += [convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($text))
        }

        Add-Secret -Value $commands[-1]
    }

    $refused = @(Get-SmtpAnswer -HostName $HostName -Port $Port -Commands $commands |
            Where-Object -FilterScript { $_.Code -ge 400 })
    if ($refused.Count -eq 0) { return }
    $what = 'the login of secret {0}' -f $CredentialsSecretArn
    if ($refused[0].Command -in 'CONNECT', 'STARTTLS', $hello) { $what = $refused[0].Command }
    '{0} port {1} answers {2} to {3}' -f $HostName, $Port, $refused[0].Text, $what
}
