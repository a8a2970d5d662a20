function Get-ImportedSubscription {
    <#
    .SYNOPSIS
    Returns the full names of the Edge Transport servers whose subscriptions were imported on this server.
    #>
    [CmdletBinding()]
    param()

    $file = 'C:\ProgramData\ExchangeOnAws\Steps\Import-Subscription.imported'
    if (-not (Test-Path -LiteralPath $file)) { return }
    "$(Get-Content -LiteralPath $file)".Split(',').Trim() | Where-Object -FilterScript { $_ -ne '' }
}
