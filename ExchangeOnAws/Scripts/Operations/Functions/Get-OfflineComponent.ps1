function Get-OfflineComponent {
    <#
    .SYNOPSIS
    Returns which components of an Exchange server are out of service, as text: each with its state and with
    those who asked for it.
    .DESCRIPTION
    Every requester has a say of its own, and the worst one counts: what maintenance took out of service,
    maintenance brings back, and what a failed update did, it does not. ServerWideOffline takes all others
    along, so a component can be Inactive that nobody asked it of.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Server,
        [Parameter(Mandatory = $true)] [string[]] $Component
    )

    $states = @(Get-ServerComponentState -Identity $Server)
    foreach ($name in $Component) {
        $state = $states | Where-Object -FilterScript { "$($_.Component)" -eq $name }
        if ($null -eq $state -or "$($state.State)" -eq 'Active') { continue }
        $requesters = @(foreach ($entry in @($state.LocalStates) + @($state.RemoteStates)) {
                # A server that does not answer has no local ones to show.
                if ($null -ne $entry -and "$($entry.State)" -ne 'Active') { "$($entry.Requester)" }
            })
        [pscustomobject] @{
            Component  = $name
            State      = "$($state.State)"
            Requesters = @($requesters | Sort-Object -Unique)
        }
    }
}
