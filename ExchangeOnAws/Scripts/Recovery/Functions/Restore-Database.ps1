function Restore-Database {
    <#
    .SYNOPSIS
    Mounts a database on one of the servers without loss of data. If that would lose some, it throws the
    command that accepts it.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Name,
        [Parameter(Mandatory = $true)] [string[]] $Servers
    )

    $database = Get-MailboxDatabase | Where-Object -FilterScript { $_.Name -eq $Name }
    $own = @($Servers | Where-Object -FilterScript {
            (Get-CopyPreference -Database $database -Server $_) -gt 0 })
    $copies = @($own | ForEach-Object -Process { Get-DatabaseCopy -Identity ('{0}\{1}' -f $Name, $_) })

    # The copy that was active has every log; otherwise the one that lacks the fewest.
    $best = $copies[0]
    foreach ($copy in $copies) {
        if ($copy.CopyQueue -lt $best.CopyQueue) { $best = $copy }
    }

    $loss = 'Move-ActiveMailboxDatabase -Identity {0} -ActivateOnServer {1} -MountDialOverride BestEffort' -f
        $Name, $best.Server
    try {
        if ($own -contains $best.Active) {
            $loss = 'Mount-Database -Identity {0} -AcceptDataLoss' -f $Name
            Write-StepLog -Text ('Mounts {0}.' -f $Name)
            Mount-Database -Identity $Name
            return
        }

        Write-StepLog -Text ('Activates {0}.' -f $best.Name)
        $move = @{ Identity = $Name; ActivateOnServer = $best.Server; MountDialOverride = 'Lossless' }
        # The active copy cannot be looked at: its server is gone.
        $null = Move-ActiveMailboxDatabase @move -SkipActiveCopyChecks -Confirm:$false
    }
    catch { throw ('{0}: {1} To accept a loss, run: {2}' -f $Name, $_.Exception.Message, $loss) }
}
