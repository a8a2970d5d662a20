function Get-RestartCount {
    <#
    .SYNOPSIS
    Returns how often the running step has restarted the server since it was last done.
    #>
    [CmdletBinding()]
    param()

    $marker = Get-StepPath -Kind 'Marker'
    if (-not (Test-Path -LiteralPath $marker)) { return 0 }
    try {
        return [int](Get-Content -LiteralPath $marker -Raw | ConvertFrom-Json).restarts
    }
    catch {
        # Power was lost while the marker was written: counting from zero again still ends.
        Write-StepLog -Text ('{0} is not readable and counts as no restart.' -f $marker)
        return 0
    }
}
