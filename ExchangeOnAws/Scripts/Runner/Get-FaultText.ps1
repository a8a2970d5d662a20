function Get-FaultText {
    <#
    .SYNOPSIS
    Says in one line what failed: the message, the command, the line of the shipped script.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [System.Management.Automation.ErrorRecord] $Fault
    )

    $message = ($Fault.Exception.Message -replace '\s*[\r\n]+\s*', ' ').Trim()
    if ($message -notmatch '[.!?]$') { $message = $message + '.' }
    $where = $Fault.InvocationInfo
    if ($null -eq $where -or $null -eq $where.MyCommand) { return $message }
    return ('{0} ({1}, line {2})' -f $message, $where.MyCommand.Name, $where.ScriptLineNumber)
}
