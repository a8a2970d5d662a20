function Get-ClosedPort {
    <#
    .SYNOPSIS
    Returns the TCP ports of a domain controller that a member needs and that do not answer here.
    .DESCRIPTION
    DNS, Kerberos, RPC, LDAP, SMB, passwords, global catalogue, web service: learn.microsoft.com/
    troubleshoot/windows-server/active-directory/config-firewall-for-ad-domains-and-trusts.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Address
    )

    foreach ($port in 53, 88, 135, 389, 445, 464, 3268, 9389) {
        $connection = @{ ComputerName = $Address; Port = $port; InformationLevel = 'Quiet' }
        if (-not (Test-NetConnection @connection -WarningAction 'SilentlyContinue')) { $port }
    }
}
