function Get-SchemaMasterFault {
    <#
    .SYNOPSIS
    Says whether setup cannot prepare the directory from a site, since the schema master is elsewhere.
    .DESCRIPTION
    PrepareSchema and PrepareAD run in the domain and site of the schema master:
    learn.microsoft.com/exchange/plan-and-deploy/prepare-ad-and-domains.
    #>
    [CmdletBinding()]
    param(
        # Server and Credential of the directory cmdlets.
        [Parameter(Mandatory = $true)] [hashtable] $Directory,
        [Parameter(Mandatory = $true)] [string] $SiteName,
        # Setup's arguments there, one preparation each.
        [Parameter(Mandatory = $true)] [string[]] $Commands
    )

    $name = (Get-ADForest @Directory).SchemaMaster
    $master = Get-ADDomainController @Directory -Filter '*' |
        Where-Object -FilterScript { $_.HostName -eq $name }
    if ($null -eq $master -or $master.Site -ne $SiteName) {
        $runs = @($Commands | ForEach-Object -Process {
                'Setup.exe {0} /IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF' -f $_ })
        return (('the schema master {0} is not in this domain and site {1}, and only beside it is the ' +
                'directory prepared. Run on a server in its domain and site: {2}.') -f
            $name, $SiteName, ($runs -join ', then '))
    }

    # Duplicate schema values, replication error 8418 (KB5068861, November 2025).
    if ("$($master.OperatingSystemVersion)" -like '*(26100)*') {
        Write-StepLog -Text (('Warning: the schema master {0} runs Windows Server 2025. It needs the ' +
                'update KB5068861 or a newer one before the schema is extended.') -f $name)
    }
}
