function Set-ClientDirectory {
    <#
    .SYNOPSIS
    Gives a virtual directory the same URL inside and outside.
    #>
    [CmdletBinding()]
    param(
        # The noun of the cmdlets: OwaVirtualDirectory.
        [Parameter(Mandatory = $true)] [string] $Noun,
        [Parameter(Mandatory = $true)] [string] $Identity,
        [Parameter(Mandatory = $true)] [string] $Url
    )

    $values = @{ Identity = $Identity; InternalUrl = $Url; ExternalUrl = $Url }
    switch ($Noun) {
        'OwaVirtualDirectory' { Set-OwaVirtualDirectory @values }
        'EcpVirtualDirectory' { Set-EcpVirtualDirectory @values }
        # Without -Force it may ask whether to go on when a name does not resolve yet.
        'WebServicesVirtualDirectory' { Set-WebServicesVirtualDirectory @values -Force }
        # A new URL needs the methods in so many words (learn.microsoft.com, Set-MapiVirtualDirectory, which
        # says that these are the default).
        'MapiVirtualDirectory' {
            Set-MapiVirtualDirectory @values -IISAuthenticationMethods 'Ntlm', 'OAuth', 'Negotiate'
        }
        'OabVirtualDirectory' { Set-OabVirtualDirectory @values }
        'ActiveSyncVirtualDirectory' { Set-ActiveSyncVirtualDirectory @values }
        default { throw ('{0} is no virtual directory with URLs.' -f $Noun) }
    }
}
