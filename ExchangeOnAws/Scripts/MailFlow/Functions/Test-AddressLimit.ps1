function Test-AddressLimit {
    <#
    .SYNOPSIS
    Says whether a range of addresses is a network somebody can answer for: private, or a /16 at most.
    .DESCRIPTION
    Of IPv6: unique local addresses, or what one site gets, a /48 (RFC 6177).
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [ipaddress] $First,
        [Parameter(Mandatory = $true)] [ipaddress] $Last
    )

    $from = $First.GetAddressBytes()
    $to = $Last.GetAddressBytes()
    $same = 0
    while ($same -lt $from.Length -and $from[$same] -eq $to[$same]) { $same++ }
    if ($from.Length -gt 4) { return ($same -ge 6 -or ($same -ge 1 -and ($from[0] -band 254) -eq 252)) }

    # Private: RFC 1918, of which 192.168.0.0/16 is a /16 anyway. 127.0.0.0/8 is the server itself.
    if ($same -ge 2 -or ($same -ge 1 -and $from[0] -in 10, 127)) { return $true }
    return ($same -ge 1 -and $from[0] -eq 172 -and $from[1] -ge 16 -and $to[1] -le 31)
}
