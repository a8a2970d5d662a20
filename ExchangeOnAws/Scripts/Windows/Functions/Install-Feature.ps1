function Install-Feature {
    <#
    .SYNOPSIS
    Installs Windows features with their management tools, and asks for the restart that they need.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string[]] $Name
    )

    $missing = @(Get-MissingFeature -Name $Name)
    if ($missing.Count -eq 0) { return }

    Write-StepLog -Text ('Installs {0}.' -f ($missing -join ', '))
    $result = Install-WindowsFeature -Name $missing -IncludeManagementTools
    if (-not $result.Success) {
        throw ('Windows did not install {0}: {1}. See C:\Windows\Logs\DISM\dism.log.' -f
            ($missing -join ', '), $result.ExitCode)
    }

    # What an earlier run installed without its restart is no news to Windows, and still pending.
    if ("$($result.RestartNeeded)" -ne 'No' -or -not (Test-Feature -Name $missing)) {
        Request-Restart -Reason ('Windows features {0}' -f ($missing -join ', '))
    }
}
