function Get-DnsPlace {
    <#
    .SYNOPSIS
    Says where on this DNS server a name belongs: its zone, its node there, the node of the mark beside it.
    .DESCRIPTION
    A name within a zone of the directory is an alias in it; any other is a zone of its own, which may exist.
    Refused: the domain itself, and a zone of that name that is not of the directory.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Name,
        [Parameter(Mandatory = $true)] [string] $DomainName
    )

    if ($Name -eq $DomainName) {
        throw ('{0} is the domain, and its address is that of the domain controllers. Use a name in it.' -f
            $Name)
    }

    $mark = '_exchangeonaws'
    $within = $null
    foreach ($zone in Get-DnsServerZone) {
        $end = '.{0}' -f $zone.ZoneName
        if (-not ".$Name".EndsWith($end, [System.StringComparison]::OrdinalIgnoreCase)) { continue }
        if ($null -eq $within -or $zone.ZoneName.Length -gt $within.ZoneName.Length) { $within = $zone }
    }

    $isHeld = $null -ne $within -and "$($within.ZoneType)" -eq 'Primary' -and $within.IsDsIntegrated
    if ($isHeld -and $within.ZoneName -ne $Name) {
        $node = $Name.Substring(0, $Name.Length - $within.ZoneName.Length - 1)
        return @{ Name = $Name; Zone = $within.ZoneName; Node = $node; Mark = "$mark.$node"; IsAlias = $true }
    }

    if ($Name.EndsWith(".$DomainName", [System.StringComparison]::OrdinalIgnoreCase) -and -not $isHeld) {
        throw (('this DNS server has no zone of the directory for {0}, which {1} belongs to. ' +
                'Run this on a domain controller of the domain.') -f $DomainName, $Name)
    }

    $exists = $null -ne $within -and $within.ZoneName -eq $Name
    if ($exists -and -not $isHeld) {
        throw (('{0} is a zone of type {1} of this DNS server, which was not made here and stays as it is. ' +
                'Remove it or use another name, then run this again.') -f $Name, $within.ZoneType)
    }

    return @{ Name = $Name; Zone = $Name; Node = '@'; Mark = $mark; IsAlias = $false; Exists = $exists }
}
