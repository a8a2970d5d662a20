function Test-InNetwork {
    <#
    .SYNOPSIS
    Says whether an IPv4 address or network (10.0.1.0/24) is within another network (10.0.0.0/16).
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Address,
        [Parameter(Mandatory = $true)] [string] $Network
    )

    # Sites have IPv6 subnets as well.
    if ($Network -notmatch '^\d+(\.\d+){3}/\d+$') { return $false }
    $texts = foreach ($text in $Address, $Network) {
        -join ($text.Split('/')[0].Split('.') |
                ForEach-Object -Process { [convert]::ToString([int] $_, 2).PadLeft(8, '0') })
    }
    $own = [int] "$Address/32".Split('/')[1]
    $length = [int] $Network.Split('/')[1]
    return ($own -ge $length -and $texts[0].Substring(0, $length) -eq $texts[1].Substring(0, $length))
}
