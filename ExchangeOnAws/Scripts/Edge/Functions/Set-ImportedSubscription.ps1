function Set-ImportedSubscription {
    <#
    .SYNOPSIS
    Records which Edge Transport servers' subscriptions were imported on this server, by which they are told
    from those of others.
    #>
    [CmdletBinding()]
    param(
        # Full names.
        [Parameter(Mandatory = $true)] [AllowEmptyCollection()] [string[]] $Names
    )

    $file = 'C:\ProgramData\ExchangeOnAws\Steps\Import-Subscription.imported'
    New-Folder -Path (Split-Path -Path $file -Parent)
    Set-Content -LiteralPath ('{0}.new' -f $file) -Value ($Names -join ',') -Encoding 'ASCII'
    Move-Item -LiteralPath ('{0}.new' -f $file) -Destination $file -Force
}
