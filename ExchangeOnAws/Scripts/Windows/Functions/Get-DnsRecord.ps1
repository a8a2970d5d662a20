function Get-DnsRecord {
    <#
    .SYNOPSIS
    Returns the records of a zone of this DNS server as text: Node, Type, and the Value of A, CNAME and TXT.
    .DESCRIPTION
    All of them: asked for one that is not there, the DNS server answers with an error like any other.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Zone
    )

    foreach ($record in Get-DnsServerResourceRecord -ZoneName $Zone) {
        $data = $record.RecordData
        $value = ''
        switch ("$($record.RecordType)") {
            'A' { $value = "$($data.IPv4Address)" }
            'CNAME' { $value = "$($data.HostNameAlias)".TrimEnd('.') }
            'TXT' { $value = "$($data.DescriptiveText)" }
            default { }
        }

        [pscustomobject] @{ Node = $record.HostName; Type = "$($record.RecordType)"; Value = $value }
    }
}
