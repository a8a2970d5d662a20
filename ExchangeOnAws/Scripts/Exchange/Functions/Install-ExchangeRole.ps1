function Install-ExchangeRole {
    <#
    .SYNOPSIS
    Runs setup for a server role, new or resumed, does not believe its exit code, and asks for the restart.
    .DESCRIPTION
    Prerequisites of an unattended setup can refuse a watermark:
    docs/Setup/SetupAssist/InstallWatermark.md in github.com/microsoft/CSS-Exchange.
    #>
    [CmdletBinding()]
    param(
        # The parameters of Invoke-ExchangeSetup, without its advice.
        [Parameter(Mandatory = $true)] [hashtable] $Setup,
        # As Get-UnfinishedRole takes them.
        [Parameter(Mandatory = $true)] [string[]] $Role,
        [Parameter()] [string[]] $OptionalRole = @()
    )

    $roles = @{ Role = $Role; OptionalRole = $OptionalRole }
    $resumed = @(Get-UnfinishedRole @roles | Where-Object -FilterScript { $_ -notlike '* (not there)' })
    if ($resumed.Count -gt 0) {
        Write-StepLog -Text ('Resumes an installation that broke off: {0}.' -f ($resumed -join ', '))
    }

    # Microsoft's procedure ends with a restart; power may go while setup runs.
    Set-RestartDue
    Invoke-ExchangeSetup @Setup -Advice {
        'Not finished: {0}. {1}' -f (@(Get-UnfinishedRole @roles) -join ', '),
        ('Remove the cause, then run this step again: setup resumes. If it refuses because of the ' +
            'watermark, run Setup.exe of C:\ExchangeMedia\exchange.iso as a wizard, which resumes.')
    }

    $unfinished = @(Get-UnfinishedRole @roles)
    if ($unfinished.Count -gt 0) {
        throw ('Setup.exe returned 0, but these roles are not finished: {0}. {1}' -f
            ($unfinished -join ', '), 'See C:\ExchangeSetupLogs\ExchangeSetup.log.')
    }

    Request-Restart -Reason ('the {0} role is installed' -f $Setup.Name)
}
