function Test-ServerAnswer {
    <#
    .SYNOPSIS
    Says whether a server shows a sign of life: file sharing, or an answer to an echo request.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Server
    )

    # A firewall may hide one of them.
    $quiet = @{ ComputerName = $Server; WarningAction = 'SilentlyContinue' }
    return ((Test-NetConnection @quiet -Port 445 -InformationLevel 'Quiet') -or
        (Test-Connection @quiet -Count 2 -Quiet))
}
