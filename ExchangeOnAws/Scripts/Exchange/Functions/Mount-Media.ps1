function Mount-Media {
    <#
    .SYNOPSIS
    Mounts the installation image that Save-Media verified, unless it is mounted; returns its root: G:\.
    .DESCRIPTION
    A restart dismounts it.
    #>
    [CmdletBinding()]
    param()

    $image = 'C:\ExchangeMedia\exchange.iso'
    if (-not (Test-Path -LiteralPath $image)) {
        throw ('{0} is not there, so nothing can be installed from it. Run Save-Media first.' -f $image)
    }

    return (Mount-Image -ImagePath $image)
}
