function Get-DnsView {
    <#
    .SYNOPSIS
    Returns what a place of Get-DnsPlace holds: Marks beside it, Records at its node, Others that only a mark
    allows; of one type, the values that are Present, the Missing and the Surplus ones.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [hashtable] $Place,
        [Parameter(Mandatory = $true)] [ValidateSet('A', 'CNAME')] [string] $Type,
        [Parameter()] [AllowEmptyCollection()] [string[]] $Wanted = @()
    )

    $all = @()
    if ($Place.IsAlias -or $Place.Exists) {
        $all = @(Get-DnsRecord -Zone $Place.Zone | Where-Object -FilterScript { $_.Type -notin 'SOA', 'NS' })
    }

    $marks = @($all | Where-Object -FilterScript { $_.Node -eq $Place.Mark -and $_.Type -eq 'TXT' })
    $own = @($all | Where-Object -FilterScript { $_.Node -eq $Place.Node })
    $view = @{ Marks = @($marks | ForEach-Object -Process { $_.Value }); Records = $own; Others = $own }
    if (-not $Place.IsAlias) {
        $view.Others = @($all | Where-Object -FilterScript { $_.Node -ne $Place.Mark -or $_.Type -ne 'TXT' })
    }

    $view.Present = @($own | Where-Object -FilterScript { $_.Type -eq $Type } |
            ForEach-Object -Process { $_.Value })
    $view.Missing = @($Wanted | Where-Object -FilterScript { $view.Present -notcontains $_ })
    $view.Surplus = @($view.Present | Where-Object -FilterScript { $Wanted -notcontains $_ })
    return $view
}
