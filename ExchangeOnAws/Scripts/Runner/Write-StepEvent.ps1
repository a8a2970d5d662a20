function Write-StepEvent {
    <#
    .SYNOPSIS
    Writes the step's outcome to the Application event log, if that is possible.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Text,
        [Parameter(Mandatory = $true)] [ValidateSet('Information', 'Error')] [string] $EntryType
    )

    $source = @{ LogName = 'Application'; Source = 'ExchangeOnAws' }
    try {
        try { New-EventLog @source -ErrorAction Stop }
        catch { $null = 'The source is registered already, or Write-EventLog says why not.' }
        Write-EventLog @source -EventId 1 -EntryType $EntryType -Message (Protect-Text -Text $Text)
    }
    catch {
        Write-StepLog -Text ('could not write to the event log: {0}' -f $_)
    }
}
