<#
.SYNOPSIS
Inside the domain, the names of the Edge Transport servers have their addresses.
.DESCRIPTION
Safe to run again: what is right is left alone. A name within a zone of the directory gets a record there; any
other becomes a zone of just that name, because the rest of its domain is answered elsewhere. A text record
beside each name says that it was made here; a name without one that leads elsewhere is somebody's, and stays
as it is. For one domain controller: two that make the same zone make a conflict.
#>
param(
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9.-]+$')] [string] $DomainName,
    # EDGEA1.example.com=10.0.128.10
    [Parameter(Mandatory = $true)]
    [ValidatePattern('^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+=\d{1,3}(\.\d{1,3}){3}$')]
    [string[]] $Records
)

$mark = 'Edge Transport'

# Every name with its place, its address and what is there now.
function Get-Row {
    foreach ($record in $Records) {
        $name, $address = $record.Split('=')
        $place = Get-DnsPlace -Name $name -DomainName $DomainName
        $view = Get-DnsView -Place $place -Type 'A' -Wanted $address
        # A mark of another kind is for the names of clients.
        if ($view.Marks.Count -gt 0 -and $view.Marks -notcontains $mark) {
            throw (('{0} leads to {1}, the load balancer, so it cannot be the name of a server as well. ' +
                    'Give one of them another name.') -f $name, $view.Marks[0])
        }

        @{ Name = $name; Address = $address; Place = $place; View = $view }
    }
}

function Test-Done {
    foreach ($row in Get-Row) {
        if ($row.View.Missing.Count -gt 0 -or $row.View.Surplus.Count -gt 0) { return $false }
    }

    return $true
}

function Set-Done {
    foreach ($row in @(Get-Row)) {
        $place, $view = $row.Place, $row.View
        if ($view.Missing.Count -eq 0 -and $view.Surplus.Count -eq 0) { continue }
        Open-DnsPlace -Place $place -View $view -Type 'A' -Mark $mark
        $zone = @{ ZoneName = $place.Zone; Name = $place.Node }
        if ($view.Missing.Count -gt 0) {
            $life = [timespan]::FromMinutes(5)
            Add-DnsServerResourceRecordA @zone -IPv4Address $row.Address -TimeToLive $life
            Write-StepLog -Text ('{0} is {1}.' -f $row.Name, $row.Address)
        }

        foreach ($value in $view.Surplus) {
            Remove-DnsServerResourceRecord @zone -RRType 'A' -RecordData $value -Force
            Write-StepLog -Text ('{0} was {1}.' -f $row.Name, $value)
        }
    }
}
