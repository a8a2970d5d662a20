function Import-AwsModule {
    <#
    .SYNOPSIS
    Loads the module with a service's cmdlets, whichever this server has, once in a run.
    .DESCRIPTION
    Images of Windows Server 2025 have a module per service, AWS.Tools.<service>; older ones have
    AWSPowerShell with all services. The two cannot be loaded side by side, so the one that has everything
    goes first.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [ValidatePattern('^AWS\.Tools\.[A-Za-z0-9]+$')] [string] $Name
    )

    if ($script:run.Modules -contains $Name) { return }
    $whole = 'AWSPowerShell'
    $found = @(Get-Module -ListAvailable -Name $whole, $Name | ForEach-Object -Process { "$($_.Name)" })
    $module = @($whole, $Name | Where-Object -FilterScript { $found -contains $_ })
    if ($module.Count -eq 0) {
        throw (('this server has neither module {0} nor {1}. Run Install-Module -Name {0} -Scope AllUsers ' +
                'on it, or start it from an image of Amazon that has AWS Tools for PowerShell.') -f
            $Name, $whole)
    }

    # Global: the step calls cmdlets too, and sees nothing that only this module has loaded.
    Import-Module -Name $module[0] -Global
    $script:run.Modules += $Name
}
