function Import-ExchangeShell {
    <#
    .SYNOPSIS
    Gives this process the cmdlets of Exchange, and waits until Exchange and its directory answer them.
    .DESCRIPTION
    They run in the process itself, as LocalSystem: the computer account of an Exchange server is in Exchange
    Trusted Subsystem, as which Exchange's own remote shell acts. An Edge Transport server has its directory
    in itself, which its local administrators own, and knows no other server. The block that adds the snap-in
    stands in the session of the step: added in here, the cmdlets would be those of this module only.
    #>
    [CmdletBinding()]
    param()

    $loaded = @(Get-PSSnapin | Where-Object -FilterScript {
            $_.Name -like 'Microsoft.Exchange.Management.PowerShell.*' })
    if ($loaded.Count -eq 0) { & $global:LoadExchangeShell }

    $server = (Get-ComputerSystem).Name
    $wait = @{
        What           = 'Exchange on {0}' -f $server
        TimeoutSeconds = 600
        Hint           = 'Check the service MSExchangeADTopology and that a domain controller answers; ' +
            'on an Edge Transport server, the service ADAM_MSExchange.'
    }
    Wait-Until @wait -Condition {
        if (@(Get-ExchangeServer -Identity $server).Count -eq 1) { return $true }
        return ('the organisation has no Exchange server {0}' -f $server)
    }
}
