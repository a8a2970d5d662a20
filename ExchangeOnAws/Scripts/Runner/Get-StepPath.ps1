function Get-StepPath {
    <#
    .SYNOPSIS
    Returns the file (or folder) of the running step: its log, its restart marker, its work folder.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [ValidateSet('Log', 'Marker', 'Work')] [string] $Kind
    )

    $root = 'C:\ProgramData\ExchangeOnAws'
    switch ($Kind) {
        'Log' { return ('{0}\Logs\{1}.log' -f $root, $script:run.Name) }
        'Marker' { return ('{0}\Steps\{1}.json' -f $root, $script:run.Name) }
        'Work' { return ('{0}\Work\{1}' -f $root, $script:run.Name) }
        default { throw ('{0} is not a kind of step path. Use Log, Marker or Work.' -f $Kind) }
    }
}
