function Get-AddressFault {
    <#
    .SYNOPSIS
    Says which names do not resolve to just their addresses at a DNS server.
    #>
    [CmdletBinding()]
    param(
        # Name and address: EDGEA1.example.com=10.0.128.10. A name of several addresses stands several times.
        [Parameter(Mandatory = $true)] [AllowEmptyCollection()] [string[]] $Records,
        [Parameter(Mandatory = $true)] [string] $Server
    )

    $wanted = [ordered] @{}
    foreach ($record in $Records) {
        $name, $address = $record.Split('=')
        $wanted[$name] = @(@($wanted[$name]) + $address | Where-Object -FilterScript { $_ })
    }

    foreach ($name in $wanted.Keys) {
        $found = @(Get-HostAddress -Name $name -Server $Server)
        $expected = @($wanted[$name] | Sort-Object -Unique)
        if (($found -join ', ') -eq ($expected -join ', ')) { continue }
        $now = 'nothing'
        if ($found.Count -gt 0) { $now = $found -join ', ' }
        '{0} resolves to {1} at {2}. Publish A records: {0} = {3}, and no others.' -f
            $name, $now, $Server, ($expected -join ', ')
    }
}
