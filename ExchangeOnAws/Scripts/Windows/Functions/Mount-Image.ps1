function Mount-Image {
    <#
    .SYNOPSIS
    Mounts an ISO file unless it is mounted, and returns the root of its drive: G:\.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [ValidatePattern('\.iso$')] [string] $ImagePath
    )

    if (-not (Get-DiskImage -ImagePath $ImagePath).Attached) {
        $null = Mount-DiskImage -ImagePath $ImagePath -StorageType 'ISO' -Access 'ReadOnly'
    }

    $wait = @{
        What           = 'the drive letter of {0}' -f $ImagePath
        TimeoutSeconds = 120
        Hint           = 'See Get-DiskImage and Get-Volume on the server.'
    }
    Wait-Until @wait -IntervalSeconds 2 -Condition {
        $volume = Get-Volume -DiskImage (Get-DiskImage -ImagePath $ImagePath)
        # A volume without a letter has the character 0.
        if ($null -ne $volume -and "$($volume.DriveLetter)" -match '^[A-Z]$') { return $true }
        return 'it has none yet'
    }

    return ('{0}:\' -f (Get-Volume -DiskImage (Get-DiskImage -ImagePath $ImagePath)).DriveLetter)
}
