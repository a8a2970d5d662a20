function Get-ComputerNameFault {
    <#
    .SYNOPSIS
    Says which planned names of servers somebody else has in the domain.
    .DESCRIPTION
    Accounts in the planned unit are ours from an earlier run, unless DNS knows the name elsewhere.
    #>
    [CmdletBinding()]
    param(
        # Server and Credential of the directory cmdlets.
        [Parameter(Mandatory = $true)] [hashtable] $Directory,
        [Parameter(Mandatory = $true)] [string[]] $Servers,
        [Parameter(Mandatory = $true)] [string] $DagName,
        [Parameter(Mandatory = $true)] [string] $OrganizationalUnit,
        # In the form 10.0.1.0/24.
        [Parameter(Mandatory = $true)] [string[]] $Networks
    )

    $terms = @($Servers) + $DagName | ForEach-Object -Process { '(sAMAccountName={0}$)' -f $_ }
    $search = @{ LDAPFilter = '(|{0})' -f (-join $terms); Properties = 'DNSHostName' }
    foreach ($account in Get-ADComputer @Directory @search) {
        $name = $account.Name
        if ($name -eq $DagName) {
            # Groups are made here without a computer object.
            'the availability group {0} would have the name of {1}. Choose another name.' -f
                $name, $account.DistinguishedName
            continue
        }

        $isOurs = $account.DistinguishedName.EndsWith(
            ",$OrganizationalUnit", [System.StringComparison]::OrdinalIgnoreCase)
        if (-not $isOurs) {
            ('{0} exists outside {1}, and a server that joins as {2} would take its place. ' +
                'Choose another name, or delete the account if its computer is gone.') -f
                $account.DistinguishedName, $OrganizationalUnit, $name
            continue
        }

        if ("$($account.DNSHostName)" -eq '') { continue }
        foreach ($address in Get-HostAddress -Name $account.DNSHostName -Server $Directory.Server) {
            $inside = @($Networks | Where-Object -FilterScript {
                    Test-InNetwork -Address $address -Network $_ })
            if ($inside.Count -gt 0) { continue }
            '{0} belongs to a computer at {1}, outside this deployment. Choose another name.' -f
                $account.DistinguishedName, $address
        }
    }
}
