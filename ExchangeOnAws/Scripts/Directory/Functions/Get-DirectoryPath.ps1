function Get-DirectoryPath {
    <#
    .SYNOPSIS
    Returns the parameters of a promotion that name database, logs and SYSVOL;
    refuses a drive that cannot hold them.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $DataDrive
    )

    $volume = Get-Volume -DriveLetter $DataDrive -ErrorAction SilentlyContinue
    if ($null -eq $volume -or "$($volume.FileSystem)" -ne 'NTFS') {
        throw ('drive {0}: is missing or not NTFS, which SYSVOL needs. Run Initialize-DataVolume first.' -f
            $DataDrive)
    }

    return @{
        DatabasePath = '{0}:\NTDS' -f $DataDrive
        LogPath      = '{0}:\NTDS' -f $DataDrive
        SysvolPath   = '{0}:\SYSVOL' -f $DataDrive
    }
}
