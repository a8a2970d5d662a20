function Invoke-ExchangeSetup {
    <#
    .SYNOPSIS
    Runs Setup.exe of the installation image as the setup account; its exit code is checked.
    .DESCRIPTION
    By its full path: a bare Setup.exe can be the installed copy, which reports success and does nothing
    (learn.microsoft.com/troubleshoot/exchange, ex2019-setup-does-not-run-correctly-started-powershell).
    The image stays mounted after a failure, when setup may still need it. -Advice is asked for what to do.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Name,
        # Empty for an account of this server alone, as on an Edge Transport server.
        [Parameter()] [string] $DomainName = '',
        [Parameter(Mandatory = $true)] [string] $SetupSecretArn,
        [Parameter(Mandatory = $true)] [string] $Arguments,
        [Parameter(Mandatory = $true)] [int] $TimeoutSeconds,
        [Parameter(Mandatory = $true)] [scriptblock] $Advice
    )

    $log = 'C:\ExchangeSetupLogs\ExchangeSetup.log'
    $user = Get-SecretText -SecretArn $SetupSecretArn -Key 'username'
    if ($DomainName -ne '') { $user = '{0}@{1}' -f $user, $DomainName }
    else { $user = '{0}\{1}' -f (Get-ComputerSystem).Name, $user }
    $run = @{
        Name           = $Name
        Credential     = Get-SecretCredential -SecretArn $SetupSecretArn -UserName $user
        Path           = '{0}Setup.exe' -f (Mount-Media)
        Arguments      = $Arguments.Trim()
        TimeoutSeconds = $TimeoutSeconds
        Hint           = 'See {0}.' -f $log
    }
    $result = Invoke-AsDomainAccount @run
    if ($result.ExitCode -ne 0) {
        throw ('Setup.exe {0} returned {1}: {2}. {3} The whole log is {4}.' -f $Arguments.Split(' ')[0],
            $result.ExitCode, (Get-SetupError).TrimEnd('.'), "$(& $Advice)", $log)
    }

    Dismount-Media
}
