function Get-ExchangePlace {
    <#
    .SYNOPSIS
    Returns what maintenance has to know of this Exchange server: its name, the component and the services of
    its transport, and its availability group with the other members, if there are any.
    #>
    [CmdletBinding()]
    param(
        # As Get-ExchangeRole returns it.
        [Parameter(Mandatory = $true)] [ValidateSet('Mailbox', 'Edge')] [string] $Role
    )

    $name = (Get-ComputerSystem).Name
    $place = @{
        Name      = $name
        Group     = $null
        Others    = @()
        Transport = 'EdgeTransport'
        Services  = @('MSExchangeTransport')
    }
    if ($Role -eq 'Edge') { return $place }

    $place.Transport = 'HubTransport'
    $place.Services += 'MSExchangeFrontEndTransport'
    $group = Get-AvailabilityGroup | Where-Object -FilterScript { $_.Members -contains $name }
    # Nothing can take the place of a member that is alone.
    if ($null -ne $group -and $group.Members.Count -gt 1) {
        $place.Group = $group
        $place.Others = @($group.Members | Where-Object -FilterScript { $_ -ne $name })
    }

    return $place
}
