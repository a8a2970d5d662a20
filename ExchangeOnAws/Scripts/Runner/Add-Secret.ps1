function Add-Secret {
    <#
    .SYNOPSIS
    Remembers a value, plain and as JSON writes it, for Protect-Text to mask.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [AllowEmptyString()] [string] $Value
    )

    # Masking every "1" or "true" would hide the log and no secret.
    if ($Value.Length -lt 6) { return }

    $quoted = ConvertTo-Json -InputObject $Value
    $forms = @($Value, $quoted.Substring(1, $quoted.Length - 2))
    # The longest first: a secret may be part of another one.
    $script:run.Secrets = @($script:run.Secrets + $forms | Sort-Object -Property 'Length' -Descending)
}
