function Clear-Queue {
    <#
    .SYNOPSIS
    Empties the queues of a server whose transport is draining: to another server where there is one. What
    does not go in a quarter of an hour stays, and the log names it.
    .DESCRIPTION
    The queues are a database on disk that survives a restart, so nothing is lost: messages that were
    suspended or wait for a far server are delivered later. Shadow copies and poison messages never go.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Server,
        # The full name of a Mailbox server; Edge Transport servers have no other.
        [Parameter()] [string] $Target = ''
    )

    if ($Target -ne '') {
        Write-StepLog -Text ('Redirects the messages of {0} to {1}.' -f $Server, $Target)
        Redirect-Message -Server $Server -Target $Target -Confirm:$false
    }

    $wait = @{
        What           = 'the queues of {0} to empty' -f $Server
        TimeoutSeconds = 900
        Hint           = 'They stay in the queue database, which survives a restart.'
    }
    try {
        Wait-Until @wait -IntervalSeconds 15 -Condition {
            $left = @(Get-Queue -Server $Server | Where-Object -FilterScript {
                    "$($_.Identity)" -notlike '*\Shadow\*' -and "$($_.Identity)" -notlike '*\Poison' -and
                    [int] $_.MessageCount -gt 0 })
            if ($left.Count -eq 0) { return $true }
            return (@($left | ForEach-Object -Process {
                        '{0} has {1} messages' -f $_.Identity, $_.MessageCount }) -join ', ')
        }
    }
    catch { Write-StepLog -Text $_.Exception.Message }
}
