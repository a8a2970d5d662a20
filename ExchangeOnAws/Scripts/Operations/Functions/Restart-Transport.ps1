function Restart-Transport {
    <#
    .SYNOPSIS
    Restarts transport services of this server, by which they take the state of their component over, and
    waits until the queues answer.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Server,
        [Parameter(Mandatory = $true)] [string[]] $Service
    )

    Restart-Service -Name $Service -Force
    $wait = @{
        What           = 'the queues of {0}' -f $Server
        TimeoutSeconds = 600
        Hint           = 'See the service MSExchangeTransport and the Application event log.'
    }
    Wait-Until @wait -Condition {
        $null = @(Get-Queue -Server $Server)
        return $true
    }
}
