function Get-MissingFeature {
    <#
    .SYNOPSIS
    Returns those of the named Windows features that are not installed, and refuses
    a name that Windows does not know.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string[]] $Name
    )

    $known = @(Get-WindowsFeature -Name $Name)
    foreach ($feature in $Name) {
        $found = @($known | Where-Object -FilterScript { $_.Name -eq $feature })
        if ($found.Count -eq 0) {
            throw ('this Windows has no feature {0}. Compare the list with the Windows version of the AMI.' -f
                $feature)
        }

        # InstallPending is not installed: it takes a restart.
        if ("$($found[0].InstallState)" -ne 'Installed') { $feature }
    }
}
