function Get-DomainFault {
    <#
    .SYNOPSIS
    Says what of a domain is not as planned: its names, its forest's level, its clock.
    #>
    [CmdletBinding()]
    param(
        # Server and Credential of the directory cmdlets.
        [Parameter(Mandatory = $true)] [hashtable] $Directory,
        [Parameter(Mandatory = $true)] [string] $DomainName,
        [Parameter(Mandatory = $true)] [string] $NetBiosName
    )

    $domain = Get-ADDomain @Directory
    if ($domain.DNSRoot -ne $DomainName) {
        '{0} is a domain controller of {1}, not of {2}. Correct directory.domainName or the addresses.' -f
            $Directory.Server, $domain.DNSRoot, $DomainName
    }

    if ($domain.NetBIOSName -ne $NetBiosName) {
        '{0} has the NetBIOS name {1}, not {2}. Set directory.netBiosName to {1}.' -f
            $DomainName, $domain.NetBIOSName, $NetBiosName
    }

    $root = Get-ADRootDSE @Directory
    # By number: the names of newer levels are not known to older tools. 6 is 2012 R2, which Exchange needs
    # (learn.microsoft.com/exchange/plan-and-deploy/system-requirements).
    $forest = @{
        Identity   = 'CN=Partitions,{0}' -f $root.configurationNamingContext
        Properties = 'msDS-Behavior-Version'
    }
    $level = [int] "$((Get-ADObject @Directory @forest).'msDS-Behavior-Version')"
    if ($level -lt 6) {
        ('the forest of {0} has functional level {1}; Exchange needs 6, Windows Server 2012 R2. ' +
            'Raise it with Set-ADForestMode.') -f $DomainName, $level
    }

    # Kerberos bears five minutes.
    $difference = (Get-Date).ToUniversalTime() - $root.currentTime.ToUniversalTime()
    $seconds = [int] [math]::Abs($difference.TotalSeconds)
    if ($seconds -gt 240) {
        ('the clock of {0} differs from this server by {1} s; Kerberos allows 300. ' +
            'Correct the time source of the domain.') -f $Directory.Server, $seconds
    }
}
