function Stop-ClusterService {
    <#
    .SYNOPSIS
    Stops the cluster service on each of the servers, this one among them.
    .DESCRIPTION
    Exchange's computer accounts are administrators of each other's servers.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string[]] $Servers
    )

    $own = (Get-ComputerSystem).Name
    foreach ($server in $Servers) {
        $place = @{}
        if ($server -ne $own) { $place.ComputerName = $server }
        $service = Get-Service -Name 'ClusSvc' @place
        if ("$($service.Status)" -eq 'Stopped') { continue }
        # By name, a service is one of this server.
        if ($server -eq $own) { Stop-Service -Name 'ClusSvc' -Force }
        else { $service | Stop-Service -Force }
    }
}
