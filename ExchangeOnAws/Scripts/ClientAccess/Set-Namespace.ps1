<#
.SYNOPSIS
All client protocols of this server have the same host name inside and outside, and Autodiscover has its own.
.DESCRIPTION
Safe to run again: what has its URL is left alone. The values are in the directory, from which Exchange takes
them without a restart of IIS. URLs of the Autodiscover and PowerShell directories stay as they are.
#>
param(
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9.-]+$')] [string] $Namespace,
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9.-]+$')] [string] $AutodiscoverName
)

# The noun of the cmdlets and the path of the URL.
$directories = [ordered] @{
    OwaVirtualDirectory         = 'owa'
    EcpVirtualDirectory         = 'ecp'
    WebServicesVirtualDirectory = 'EWS/Exchange.asmx'
    MapiVirtualDirectory        = 'mapi'
    OabVirtualDirectory         = 'OAB'
    ActiveSyncVirtualDirectory  = 'Microsoft-Server-ActiveSync'
}

function Get-Url {
    param([Parameter(Mandatory = $true)] [string] $Noun)
    return ('https://{0}/{1}' -f $Namespace, $directories[$Noun])
}

# The virtual directories, as noun and identity, that have other URLs.
function Get-WrongDirectory {
    foreach ($noun in $directories.Keys) {
        $url = Get-Url -Noun $noun
        foreach ($directory in Get-ClientDirectory -Noun $noun) {
            if ("$($directory.InternalUrl)" -ne $url -or "$($directory.ExternalUrl)" -ne $url) {
                [pscustomobject] @{ Noun = $noun; Identity = "$($directory.Identity)" }
            }
        }
    }
}

# Extended Protection refuses offloaded TLS; the methods are those of a new server (learn.microsoft.com,
# Set-OutlookAnywhere).
function Get-AnywhereValue {
    return @{
        InternalHostname                   = $Namespace
        ExternalHostname                   = $Namespace
        SSLOffloading                      = $false
        InternalClientsRequireSsl          = $true
        ExternalClientsRequireSsl          = $true
        InternalClientAuthenticationMethod = 'Ntlm'
        ExternalClientAuthenticationMethod = 'Negotiate'
    }
}

function Get-WrongAnywhere {
    $values = Get-AnywhereValue
    foreach ($directory in Get-ClientDirectory -Noun 'OutlookAnywhere') {
        $wrong = @($values.Keys | Where-Object -FilterScript { "$($directory.$_)" -ne "$($values[$_])" })
        if ($wrong.Count -gt 0) { "$($directory.Identity)" }
    }
}

function Get-AutodiscoverUri {
    return ('https://{0}/Autodiscover/Autodiscover.xml' -f $AutodiscoverName)
}

function Test-Autodiscover {
    $service = Get-ClientAccessService -Identity (Get-ComputerSystem).Name
    return ("$($service.AutoDiscoverServiceInternalUri)" -eq (Get-AutodiscoverUri))
}

function Test-Done {
    Import-ExchangeShell
    if (-not (Test-Autodiscover)) { return $false }
    return (@(Get-WrongDirectory).Count -eq 0 -and @(Get-WrongAnywhere).Count -eq 0)
}

function Set-Done {
    Import-ExchangeShell
    # First: until now every Outlook of the domain is sent to this server's own name and its certificate.
    if (-not (Test-Autodiscover)) {
        $uri = Get-AutodiscoverUri
        Set-ClientAccessService -Identity (Get-ComputerSystem).Name -AutoDiscoverServiceInternalUri $uri
        'Autodiscover: {0}' -f $uri
    }

    foreach ($wrong in @(Get-WrongDirectory)) {
        $url = Get-Url -Noun $wrong.Noun
        Set-ClientDirectory -Noun $wrong.Noun -Identity $wrong.Identity -Url $url
        '{0}: {1}' -f $wrong.Identity, $url
    }

    foreach ($identity in @(Get-WrongAnywhere)) {
        $values = Get-AnywhereValue
        Set-OutlookAnywhere -Identity $identity @values
        '{0}: {1}' -f $identity, $Namespace
    }
}
