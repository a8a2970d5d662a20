function Get-ControllerName {
    <#
    .SYNOPSIS
    Returns the name of the domain controller that has an address, as its own DNS gives it; '' if it does not.
    .DESCRIPTION
    Kerberos knows domain controllers by name; an address gets NTLM, which a domain may refuse.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $DomainName,
        [Parameter(Mandatory = $true)] [string] $Address
    )

    $query = @{ Name = "_ldap._tcp.dc._msdcs.$DomainName"; Type = 'SRV'; Server = $Address; DnsOnly = $true }
    $names = @(Resolve-DnsName @query -ErrorAction SilentlyContinue |
            Where-Object -FilterScript { "$($_.Type)" -eq 'SRV' } |
            ForEach-Object -Process { $_.NameTarget.TrimEnd('.') })
    foreach ($name in $names) {
        if (@(Get-HostAddress -Name $name -Server $Address) -contains $Address) { return $name }
    }

    return ''
}
