function Request-PendingRestart {
    <#
    .SYNOPSIS
    Asks for a restart while Windows waits for one, with which setup would not run; three times at most,
    and never on a running member of a cluster.
    .DESCRIPTION
    What Exchange's readiness check and Microsoft's SetupAssist look at: learn.microsoft.com/exchange,
    ms-exch-setupreadiness-rebootpending; github.com/microsoft/CSS-Exchange, Get-ServerRebootPending.ps1.
    #>
    [CmdletBinding()]
    param()

    $reasons = @()
    $windows = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion'
    foreach ($key in 'Component Based Servicing\RebootPending', 'WindowsUpdate\Auto Update\RebootRequired') {
        if (Test-Path -LiteralPath ('{0}\{1}' -f $windows, $key)) { $reasons += $key }
    }

    $values = @{
        PendingFileRenameOperations = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
        UpdateExeVolatile           = 'HKLM:\SOFTWARE\Microsoft\Updates'
    }
    foreach ($name in @($values.Keys | Sort-Object)) {
        $found = Get-ItemProperty -LiteralPath $values[$name] -Name $name -ErrorAction SilentlyContinue
        if ($null -ne $found -and "$($found.$name)" -notin '', '0') { $reasons += $name }
    }

    if ($reasons.Count -eq 0) { return }
    if (Test-ClusterMember) {
        Write-StepLog -Text (('Windows waits for a restart: {0}. A running member of the cluster is not ' +
                'restarted for it; setup decides.') -f ($reasons -join ', '))
        return
    }

    # Microsoft: more than two or three restarts do not help. Setup itself decides then.
    if ((Get-RestartCount) -ge 3) {
        Write-StepLog -Text ('Windows still waits for a restart: {0}. Goes on.' -f ($reasons -join ', '))
        return
    }

    Request-Restart -Reason ('Windows waits for one: {0}' -f ($reasons -join ', '))
}
