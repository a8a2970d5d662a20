function Get-ClientDirectory {
    <#
    .SYNOPSIS
    Returns the virtual directories of one kind that this server has for clients, as the directory knows them.
    .DESCRIPTION
    Without the settings of IIS, which take half a minute each to read.
    #>
    [CmdletBinding()]
    param(
        # The noun of the cmdlets: OwaVirtualDirectory.
        [Parameter(Mandatory = $true)] [string] $Noun
    )

    $from = @{ Server = (Get-ComputerSystem).Name; ADPropertiesOnly = $true }
    switch ($Noun) {
        'OwaVirtualDirectory' { $found = @(Get-OwaVirtualDirectory @from) }
        'EcpVirtualDirectory' { $found = @(Get-EcpVirtualDirectory @from) }
        'WebServicesVirtualDirectory' { $found = @(Get-WebServicesVirtualDirectory @from) }
        'MapiVirtualDirectory' { $found = @(Get-MapiVirtualDirectory @from) }
        'OabVirtualDirectory' { $found = @(Get-OabVirtualDirectory @from) }
        'ActiveSyncVirtualDirectory' { $found = @(Get-ActiveSyncVirtualDirectory @from) }
        'OutlookAnywhere' { $found = @(Get-OutlookAnywhere @from) }
        default { throw ('{0} is no virtual directory of Exchange.' -f $Noun) }
    }

    if ($found.Count -eq 0) {
        throw ('{0} has no {1}: its installation is not whole. See C:\ExchangeSetupLogs\ExchangeSetup.log.' -f
            $from.Server, $Noun)
    }

    return $found
}
