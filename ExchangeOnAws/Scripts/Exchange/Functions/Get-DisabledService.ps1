function Get-DisabledService {
    <#
    .SYNOPSIS
    Returns those of the services that may not start.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string[]] $Name
    )

    foreach ($service in $Name) {
        if ("$((Get-Service -Name $service).StartType)" -eq 'Disabled') { $service }
    }
}
