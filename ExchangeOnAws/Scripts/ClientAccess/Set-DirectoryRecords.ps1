<#
.SYNOPSIS
Inside the domain, the names that clients use lead to the load balancer.
.DESCRIPTION
Safe to run again: what leads there is left alone. A name within a zone of the directory becomes an alias.
Any other becomes a zone of just that name (split DNS) with the load balancer's addresses, because an alias
cannot stand at the top of a zone. A text record beside each name says that it was made here and for which
load balancer; a name without one that leads elsewhere is somebody's, and stays as it is. For one domain
controller: two that make the same zone make a conflict.
#>
param(
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9.-]+$')] [string] $DomainName,
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$')] [string[]] $Names,
    # The DNS name of the load balancer.
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9.-]+$')] [string] $Target
)

# The VPC's own: what is made here must not answer the question.
$resolver = '169.254.169.253'
# Seconds that clients keep an answer.
$lifetime = 300

# What a place holds now, as of Get-DnsView, and whether all of it Leads to the load balancer.
function Get-View {
    param([Parameter(Mandatory = $true)] [hashtable] $Place, [Parameter()] [string[]] $Addresses = @())
    $type, $wanted = 'A', $Addresses
    if ($Place.IsAlias) { $type, $wanted = 'CNAME', @($Target) }
    $view = Get-DnsView -Place $Place -Type $type -Wanted $wanted
    # The load balancer hides addresses of zones without a healthy server, and keeps them for life: those that
    # are there for this load balancer stay, whether they are shown now or not.
    $isCurrent = ($view.Marks -join ',') -eq $Target -and ($view.Surplus.Count -eq 0 -or -not $Place.IsAlias)
    $isSame = $view.Marks.Count -eq 0 -and $view.Surplus.Count -eq 0
    $view.Leads = $wanted.Count -gt 0 -and $view.Missing.Count -eq 0 -and ($isCurrent -or $isSame)
    return $view
}

function Test-Done {
    $addresses = @(Get-HostAddress -Name $Target -Server $resolver)
    foreach ($name in $Names) {
        $place = Get-DnsPlace -Name $name -DomainName $DomainName
        if (-not (Get-View -Place $place -Addresses $addresses).Leads) { return $false }
    }

    return $true
}

function Set-Place {
    param(
        [Parameter(Mandatory = $true)] [hashtable] $Place,
        [Parameter(Mandatory = $true)] [hashtable] $View
    )
    $type = 'A'
    if ($Place.IsAlias) { $type = 'CNAME' }
    Open-DnsPlace -Place $Place -View $View -Type $type -Mark $Target
    $isMoved = @($View.Marks | Where-Object -FilterScript { $_ -ne $Target }).Count -gt 0
    $old = @{ ZoneName = $Place.Zone; Force = $true }
    if ($Place.IsAlias) {
        foreach ($value in $View.Surplus) {
            Remove-DnsServerResourceRecord @old -Name $Place.Node -RRType 'CName'
            Write-StepLog -Text ('{0} led to {1}.' -f $Place.Name, $value)
        }
    }

    $new = @{ ZoneName = $Place.Zone; Name = $Place.Node; TimeToLive = [timespan]::FromSeconds($lifetime) }
    foreach ($value in $View.Missing) {
        if ($Place.IsAlias) { Add-DnsServerResourceRecordCName @new -HostNameAlias $value }
        else { Add-DnsServerResourceRecordA @new -IPv4Address $value }
        Write-StepLog -Text ('{0} leads to {1}.' -f $Place.Name, $value)
    }

    if (-not $isMoved) { return }
    if (-not $Place.IsAlias) {
        foreach ($value in $View.Surplus) {
            Remove-DnsServerResourceRecord @old -Name $Place.Node -RRType 'A' -RecordData $value
            Write-StepLog -Text ('{0} led to {1}.' -f $Place.Name, $value)
        }
    }

    # Last: until here a further run replaces what is left.
    if ($View.Marks -notcontains $Target) {
        Add-DnsServerResourceRecord -ZoneName $Place.Zone -Name $Place.Mark -Txt -DescriptiveText $Target
    }

    foreach ($value in $View.Marks | Where-Object -FilterScript { $_ -ne $Target }) {
        Remove-DnsServerResourceRecord @old -Name $Place.Mark -RRType 'Txt' -RecordData $value
    }
}

function Set-Done {
    $hint = 'Check that the load balancer exists and that the resolver of the VPC answers.'
    # Kept: a second question might get no answer, which must not look like a load balancer without addresses.
    $found = @{ Addresses = @() }
    Wait-Until -What ('the addresses of {0}' -f $Target) -TimeoutSeconds 600 -Hint $hint -Condition {
        $found.Addresses = @(Get-HostAddress -Name $Target -Server $resolver)
        if ($found.Addresses.Count -gt 0) { return $true }
        return ('{0} has none' -f $resolver)
    }

    foreach ($name in $Names) {
        $place = Get-DnsPlace -Name $name -DomainName $DomainName
        $view = Get-View -Place $place -Addresses $found.Addresses
        if (-not $view.Leads) { Set-Place -Place $place -View $view }
    }
}
