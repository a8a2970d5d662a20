function Open-DnsPlace {
    <#
    .SYNOPSIS
    Makes a place of Get-DnsPlace ready for records of one type: its zone, the mark that they were made here.
    .DESCRIPTION
    A place that holds what was not made here is refused.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [hashtable] $Place,
        # Of Get-DnsView.
        [Parameter(Mandatory = $true)] [hashtable] $View,
        [Parameter(Mandatory = $true)] [ValidateSet('A', 'CNAME')] [string] $Type,
        [Parameter(Mandatory = $true)] [string] $Mark
    )

    $foreign = @($View.Others)
    if ($View.Marks.Count -gt 0) {
        $foreign = @($View.Records | Where-Object -FilterScript { $Place.IsAlias -and $_.Type -ne $Type })
    }

    if ($foreign.Count -gt 0) {
        throw (('{0} has a record {1} {2} in the zone {3}, which was not made here and stays as it is. ' +
                'Remove it or use another name, then run this again.') -f
            $Place.Name, $foreign[0].Type, $foreign[0].Value, $Place.Zone)
    }

    # An empty zone is what an interrupted run left, or holds nothing to lose.
    if (-not $Place.IsAlias -and -not $Place.Exists) {
        Add-DnsServerPrimaryZone -Name $Place.Zone -ReplicationScope 'Forest' -DynamicUpdate 'None'
    }

    if ($View.Marks.Count -eq 0) {
        Add-DnsServerResourceRecord -ZoneName $Place.Zone -Name $Place.Mark -Txt -DescriptiveText $Mark
    }
}
