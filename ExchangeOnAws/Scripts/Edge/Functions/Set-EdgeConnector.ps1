function Set-EdgeConnector {
    <#
    .SYNOPSIS
    Makes an Edge Transport server a source of its site's send connector to the internet, or no source of it.
    .DESCRIPTION
    An import makes the connector only at that time, and leaves one alone that is no longer wanted. Values as
    an import has them: learn.microsoft.com/exchange, edge-subscriptions. A connector needs a source.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $SiteName,
        [Parameter(Mandatory = $true)] [string] $EdgeServer,
        [Parameter(Mandatory = $true)] [bool] $IsSource,
        # The import has just made it or added the server to it, perhaps by another domain controller.
        [Parameter()] [switch] $AfterImport
    )

    if ($AfterImport -and $IsSource) {
        $wait = @{
            What           = 'the send connector of the import'
            TimeoutSeconds = 120
            Hint           = 'Made here then, unless it is there.'
        }
        try {
            Wait-Until @wait -Condition {
                if ((Get-EdgeConnector -SiteName $SiteName).Sources -contains $EdgeServer) { return $true }
                return ('{0} is no source of it' -f $EdgeServer)
            }
        }
        catch { Write-StepLog -Text $_.Exception.Message }
    }

    $connector = Get-EdgeConnector -SiteName $SiteName
    if (($connector.Sources -contains $EdgeServer) -eq $IsSource) { return }

    Write-StepLog -Text ('{0} is a source of the connector "{1}": {2}.' -f
        $EdgeServer, $connector.Name, $IsSource)
    $sources = @($connector.Sources | Where-Object -FilterScript { $_ -ne $EdgeServer })
    if ($sources.Count -gt 0) {
        if ($IsSource) { $sources += $EdgeServer }
        Set-SendConnector -Identity $connector.Name -SourceTransportServers $sources
        return
    }

    if (-not $IsSource) {
        Remove-SendConnector -Identity $connector.Name -Confirm:$false
        return
    }

    $new = @{
        Name                   = $connector.Name
        Usage                  = 'Internet'
        AddressSpaces          = 'SMTP:*;100'
        DNSRoutingEnabled      = $true
        DomainSecureEnabled    = $true
        SourceTransportServers = $EdgeServer
    }
    $null = New-SendConnector @new
}
