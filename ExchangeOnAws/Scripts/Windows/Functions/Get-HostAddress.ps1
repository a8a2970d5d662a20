function Get-HostAddress {
    <#
    .SYNOPSIS
    Returns the IPv4 addresses of a name, asking this server's own resolvers or a given one.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Name,
        [Parameter()] [string] $Server = ''
    )

    $query = @{ Name = $Name; Type = 'A'; DnsOnly = $true; NoHostsFile = $true }
    if ($Server -ne '') { $query.Server = $Server }
    # The answer shows aliases on the way, and a name that does not exist is an error.
    Resolve-DnsName @query -ErrorAction SilentlyContinue |
        Where-Object -FilterScript { "$($_.Type)" -eq 'A' } |
        ForEach-Object -Process { "$($_.IPAddress)" } | Sort-Object -Unique
}
