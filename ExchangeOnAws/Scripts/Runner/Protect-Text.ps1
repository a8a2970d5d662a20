function Protect-Text {
    <#
    .SYNOPSIS
    Masks every secret that was fetched in this run.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [AllowEmptyString()] [string] $Text
    )

    foreach ($secret in $script:run.Secrets) {
        $Text = $Text.Replace($secret, '********')
    }

    return $Text
}
