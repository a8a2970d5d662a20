function Clear-RestartCount {
    <#
    .SYNOPSIS
    Forgets the restarts of a step that is done.
    #>
    [CmdletBinding()]
    param()

    $marker = Get-StepPath -Kind 'Marker'
    if (Test-Path -LiteralPath $marker) {
        Remove-Item -LiteralPath $marker -Force
    }
}
