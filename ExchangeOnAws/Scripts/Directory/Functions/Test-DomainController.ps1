function Test-DomainController {
    <#
    .SYNOPSIS
    Says whether this server runs as a domain controller of the domain; refuses one of another domain.
    .DESCRIPTION
    A server that was promoted and not yet restarted is none: its directory service does not run.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $DomainName
    )

    $computer = Get-ComputerSystem
    if ($computer.DomainRole -lt 4) { return $false }
    if ($computer.Domain -ne $DomainName) {
        throw ('{0} is a domain controller of {1}, so it cannot become one of {2}. Use a new server.' -f
            $computer.Name, $computer.Domain, $DomainName)
    }

    $service = Get-Service -Name 'NTDS' -ErrorAction SilentlyContinue
    return ($null -ne $service -and "$($service.Status)" -eq 'Running')
}
