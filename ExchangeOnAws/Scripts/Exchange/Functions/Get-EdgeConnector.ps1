function Get-EdgeConnector {
    <#
    .SYNOPSIS
    Returns Name and Sources of the send connector by which a site's Edge Transport servers send to the
    internet.
    .DESCRIPTION
    An Edge subscription makes it, under this name. Sources is empty when there is none.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $SiteName
    )

    $name = 'EdgeSync - {0} to Internet' -f $SiteName
    $sources = @(foreach ($connector in Get-SendConnector) {
            if ("$($connector.Name)" -ne $name) { continue }
            foreach ($server in $connector.SourceTransportServers) { $server.Name }
        })
    return [pscustomobject] @{ Name = $name; Sources = $sources }
}
