function Write-StepLog {
    <#
    .SYNOPSIS
    Writes one line (UTC, step, text) to the output that SSM ships and to the step's log, with secrets masked.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [AllowEmptyString()] [string] $Text
    )

    $time = (Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
    $line = '{0} {1} {2}' -f $time, $script:run.Name, (Protect-Text -Text $Text)
    Write-Host -Object $line
    try {
        $log = Get-StepPath -Kind 'Log'
        New-Folder -Path (Split-Path -Path $log -Parent)
        Add-Content -LiteralPath $log -Value $line -Encoding UTF8
    }
    catch {
        # A step does not fail because its log cannot be written; SSM has the line.
        $reason = Protect-Text -Text "$_"
        Write-Host -Object ('{0} {1} could not write to its log: {2}' -f $time, $script:run.Name, $reason)
    }
}
