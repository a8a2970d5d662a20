function Get-SetupError {
    <#
    .SYNOPSIS
    Returns the last errors that the last Exchange setup logged, in one line.
    #>
    [CmdletBinding()]
    param()

    $log = 'C:\ExchangeSetupLogs\ExchangeSetup.log'
    if (-not (Test-Path -LiteralPath $log)) { return 'it wrote no log' }

    # Every setup appends to the same file, and a run of an hour writes tens of thousands of lines.
    $errors = @()
    foreach ($line in @(Get-Content -LiteralPath $log -Tail 5000)) {
        if ($line -match 'Starting Microsoft Exchange Server') { $errors = @() }
        # [11/22/2026 23:00:00.0000] [1] [ERROR] text
        elseif ($line -match '\[ERROR\]\s*(.+)$') { $errors += $Matches[1].Trim() }
    }

    if ($errors.Count -eq 0) { return 'its log has no error' }
    return (@($errors | Select-Object -Last 3) -join ' / ')
}
