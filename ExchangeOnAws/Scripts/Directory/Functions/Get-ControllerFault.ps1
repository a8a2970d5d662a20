function Get-ControllerFault {
    <#
    .SYNOPSIS
    Says which domain controllers are too old for Exchange, and whether the site lacks one that it can use.
    #>
    [CmdletBinding()]
    param(
        # Server and Credential of the directory cmdlets.
        [Parameter(Mandatory = $true)] [hashtable] $Directory,
        [Parameter(Mandatory = $true)] [string] $SiteName
    )

    $controllers = @(Get-ADDomainController @Directory -Filter '*')
    foreach ($controller in $controllers) {
        # 10.0 (20348); Windows Server 2012 R2 is 6.3.
        $version = "$($controller.OperatingSystemVersion)".Split(' ')[0]
        if ($version -match '^\d+\.\d+$' -and [version] $version -lt [version] '6.3') {
            ('domain controller {0} runs {1}; Exchange needs Windows Server 2012 R2 or newer on all. ' +
                'Upgrade or demote it.') -f $controller.HostName, $controller.OperatingSystem
        }
    }

    $usable = @($controllers | Where-Object -FilterScript {
            $_.Site -eq $SiteName -and $_.IsGlobalCatalog -and -not $_.IsReadOnly })
    if ($usable.Count -eq 0) {
        ('site {0} has no writable domain controller with a global catalogue, without which Exchange does ' +
            'not start. Put one there, or set directory.siteName to a site that has one.') -f $SiteName
    }
}
