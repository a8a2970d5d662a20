function Get-CopyFault {
    <#
    .SYNOPSIS
    Says what is wrong with a database copy that Get-DatabaseCopy returned: its status, its queues, its index.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [object] $Copy,
        [Parameter(Mandatory = $true)] [string] $Expected
    )

    # More is no short queue: a healthy copy has a few logs on their way.
    $longQueue = 20
    if ($Copy.Status -ne $Expected) { '{0} is {1}, not {2}' -f $Copy.Name, $Copy.Status, $Expected }
    if ($Copy.CopyQueue -gt $longQueue -or $Copy.ReplayQueue -gt $longQueue) {
        '{0} has {1} logs to copy and {2} to replay' -f $Copy.Name, $Copy.CopyQueue, $Copy.ReplayQueue
    }

    # Since 2019 the index is in the mailbox: NotApplicable.
    if ($Copy.IndexState -notin 'Healthy', 'NotApplicable') {
        '{0} has the content index {1}' -f $Copy.Name, $Copy.IndexState
    }
}
