function Get-BootTime {
    <#
    .SYNOPSIS
    Returns when Windows was started, in ticks of UTC.
    #>
    [CmdletBinding()]
    param()

    return (Get-CimInstance -ClassName 'Win32_OperatingSystem').LastBootUpTime.ToUniversalTime().Ticks
}
