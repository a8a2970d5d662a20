<#
.SYNOPSIS
The server speaks TLS 1.2 and nothing older, .NET does what Windows does, and NTLM is version 2.
.DESCRIPTION
Safe to run again: values that are right are left alone, and without a change there is no restart.
#>
param()

# Both values on both sides, or HealthChecker calls it half disabled:
# microsoft.github.io/CSS-Exchange/Diagnostics/HealthChecker/TLSConfigurationCheck.
# TLS 1.3 stays as Windows has it.
$schannel = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols'
$frameworks = @(
    'HKLM:\SOFTWARE\Microsoft\.NETFramework\v2.0.50727',
    'HKLM:\SOFTWARE\Microsoft\.NETFramework\v4.0.30319',
    'HKLM:\SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v2.0.50727',
    'HKLM:\SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v4.0.30319'
)
$lsa = 'HKLM:\SYSTEM\CurrentControlSet\Control\Lsa'

function Get-TlsValue {
    foreach ($protocol in 'TLS 1.0', 'TLS 1.1', 'TLS 1.2') {
        $enabled = [int] ($protocol -eq 'TLS 1.2')
        foreach ($side in 'Client', 'Server') {
            $key = '{0}\{1}\{2}' -f $schannel, $protocol, $side
            @{ Key = $key; Name = 'Enabled'; Value = $enabled }
            @{ Key = $key; Name = 'DisabledByDefault'; Value = 1 - $enabled }
        }
    }

    foreach ($key in $frameworks) {
        @{ Key = $key; Name = 'SystemDefaultTlsVersions'; Value = 1 }
        @{ Key = $key; Name = 'SchUseStrongCrypto'; Value = 1 }
    }

    # Extended Protection does not work with NTLM version 1; from 3 on, clients send version 2 only.
    @{ Key = $lsa; Name = 'LmCompatibilityLevel'; Value = 3; OrMore = $true }
}

function Test-Done {
    return (Test-RegistryValue -Value @(Get-TlsValue))
}

function Set-Done {
    Set-RegistryValue -Value @(Get-TlsValue) -Reason 'TLS settings'
}
