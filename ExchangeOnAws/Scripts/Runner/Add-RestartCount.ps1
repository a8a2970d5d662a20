function Add-RestartCount {
    <#
    .SYNOPSIS
    Counts a restart in the step's marker file, and fails when the step has asked too often.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Reason
    )

    # SSM Agent resumes a document at most 15 times (CommandRetryLimit); a step that
    # needs six restarts needs a person.
    $limit = 5
    $count = (Get-RestartCount) + 1
    if ($count -gt $limit) {
        Clear-RestartCount
        throw (('it restarted the server {0} times and asks again: {1}. ' +
                'Find what keeps asking, then run it again.') -f
            $limit, $Reason)
    }

    $marker = Get-StepPath -Kind 'Marker'
    New-Folder -Path (Split-Path -Path $marker -Parent)
    $text = @{ restarts = $count; reason = (Protect-Text -Text $Reason) } | ConvertTo-Json
    Set-Content -LiteralPath ('{0}.new' -f $marker) -Value $text -Encoding UTF8
    Move-Item -LiteralPath ('{0}.new' -f $marker) -Destination $marker -Force
}
