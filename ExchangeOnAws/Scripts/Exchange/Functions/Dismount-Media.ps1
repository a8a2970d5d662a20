function Dismount-Media {
    <#
    .SYNOPSIS
    Dismounts the installation image if it is mounted.
    #>
    [CmdletBinding()]
    param()

    Dismount-Image -ImagePath 'C:\ExchangeMedia\exchange.iso'
}
