<#
.SYNOPSIS
The EBS volume is online, has one partition with its drive letter, and is formatted as wanted.
.DESCRIPTION
Safe to run again: only a partition without a file system is formatted. A volume
that has another one is refused. A partition grows with its volume, and never shrinks.
#>
param(
    [Parameter(Mandatory = $true)] [ValidatePattern('^vol-[0-9a-f]+$')] [string] $VolumeId,
    [Parameter(Mandatory = $true)] [ValidatePattern('^[D-Z]$')] [string] $DriveLetter,
    [Parameter(Mandatory = $true)] [ValidateLength(1, 32)] [string] $Label,
    [Parameter(Mandatory = $true)] [ValidateSet('NTFS', 'ReFS')] [string] $FileSystem,
    [Parameter(Mandatory = $true)] [ValidateRange(4096, 2097152)] [int] $AllocationUnitBytes,
    # Of the EBS volume. 0: the size is left alone.
    [Parameter()] [ValidateRange(0, 65536)] [int] $SizeGiB = 0
)

# Bytes. What partition tables and alignment take of a disk is much less.
$rest = 1GB

function Get-VolumeDisk {
    # On Nitro instances the serial number is the volume id without its hyphen,
    # then an underscore and a counter.
    $serial = $VolumeId.Replace('-', '')
    return @(Get-Disk |
            Where-Object -FilterScript { ("$($_.SerialNumber)".Trim() -replace '_.*$') -eq $serial })
}

function Get-DataPartition {
    param([Parameter(Mandatory = $true)] [int] $DiskNumber)
    # An empty disk is an error to Get-Partition. GPT disks begin with a reserved partition.
    $partitions = @(Get-Partition -DiskNumber $DiskNumber -ErrorAction SilentlyContinue |
            Where-Object -FilterScript { "$($_.Type)" -ne 'Reserved' })
    if ($partitions.Count -gt 1 -or ($partitions.Count -eq 1 -and "$($partitions[0].Type)" -ne 'Basic')) {
        throw (('{0} has other partitions than one of type Basic. ' +
                'Nothing on it is changed: attach an empty volume.') -f
            $VolumeId)
    }

    return $partitions
}

function Test-Size {
    # Whether Windows sees the whole volume, and the partition has all of it.
    param(
        [Parameter(Mandatory = $true)] [object] $Disk,
        [Parameter()] [object] $Partition
    )
    if ($SizeGiB -eq 0) { return $true }
    if ($Disk.Size + $rest -lt $SizeGiB * 1GB) { return $false }
    return ($null -eq $Partition -or $Disk.Size - $Partition.Size -le $rest)
}

function Test-FileSystem {
    # False: there is none yet. One that differs is somebody's data.
    $volume = Get-Volume -DriveLetter $DriveLetter
    if ([string]::IsNullOrEmpty($volume.FileSystem) -or $volume.FileSystem -eq 'RAW') { return $false }
    if ($volume.FileSystem -ne $FileSystem -or $volume.AllocationUnitSize -ne $AllocationUnitBytes) {
        throw ('{0} ({1}:) is formatted as {2} with units of {3} bytes; {4} with {5} is expected. {6}' -f
            $VolumeId, $DriveLetter, $volume.FileSystem, $volume.AllocationUnitSize,
            $FileSystem, $AllocationUnitBytes,
            'It is not formatted again: attach an empty volume, or change the settings.')
    }

    return $true
}

function Test-Integrity {
    return ($FileSystem -eq 'ReFS' -and (Get-FileIntegrity -FileName ('{0}:\' -f $DriveLetter)).Enabled)
}

function Test-Done {
    $disks = @(Get-VolumeDisk)
    if ($disks.Count -ne 1 -or $disks[0].IsOffline -or $disks[0].IsReadOnly) { return $false }
    $partitions = @(Get-DataPartition -DiskNumber $disks[0].Number)
    if ($partitions.Count -eq 0 -or "$($partitions[0].DriveLetter)" -ne $DriveLetter) { return $false }
    if (-not (Test-Size -Disk $disks[0] -Partition $partitions[0])) { return $false }
    if (-not (Test-FileSystem)) { return $false }
    return ((Get-Volume -DriveLetter $DriveLetter).FileSystemLabel -eq $Label -and -not (Test-Integrity))
}

function Initialize-VolumeDisk {
    $disk = @(Get-VolumeDisk)[0]
    if ($disk.IsOffline) { $disk | Set-Disk -IsOffline $false }
    if ($disk.IsReadOnly) { $disk | Set-Disk -IsReadOnly $false }
    # Only a disk that is online shows its partition style for certain.
    $disk = @(Get-VolumeDisk)[0]
    if ("$($disk.PartitionStyle)" -eq 'RAW') { Initialize-Disk -Number $disk.Number -PartitionStyle 'GPT' }
    elseif ("$($disk.PartitionStyle)" -ne 'GPT') {
        throw ('{0} is partitioned as {1}. Nothing on it is changed: attach an empty volume.' -f
            $VolumeId, $disk.PartitionStyle)
    }

    return $disk.Number
}

function Expand-Partition {
    param([Parameter(Mandatory = $true)] [int] $DiskNumber)
    $partition = @(Get-DataPartition -DiskNumber $DiskNumber)[0]
    if (Test-Size -Disk (@(Get-VolumeDisk)[0]) -Partition $partition) { return }
    $size = (Get-PartitionSupportedSize -DriveLetter $DriveLetter).SizeMax
    if ($size -le $partition.Size) { return }
    Resize-Partition -DriveLetter $DriveLetter -Size $size -Confirm:$false
    '{0}: grew from {1:0} to {2:0} GiB.' -f $DriveLetter, ($partition.Size / 1GB), ($size / 1GB)
}

function Set-Done {
    $wait = @{
        What           = 'the disk of {0}' -f $VolumeId
        TimeoutSeconds = 600
        Hint           = 'Check that the volume is attached to this instance and has its size, ' +
            'and that its type is of the Nitro system.'
    }
    Wait-Until @wait -Condition {
        Update-HostStorageCache
        $disks = @(Get-VolumeDisk)
        if ($disks.Count -eq 1 -and (Test-Size -Disk $disks[0])) { return $true }
        if ($disks.Count -eq 1) {
            return ('it has {0:0} GiB and {1} are wanted' -f ($disks[0].Size / 1GB), $SizeGiB)
        }

        $serials = @(Get-Disk | ForEach-Object -Process { "$($_.SerialNumber)".Trim() })
        return ('serial numbers {0}' -f ($serials -join ', '))
    }

    $number = Initialize-VolumeDisk
    $partitions = @(Get-DataPartition -DiskNumber $number)
    if ($partitions.Count -eq 0 -or "$($partitions[0].DriveLetter)" -ne $DriveLetter) {
        $taken = Get-Volume -DriveLetter $DriveLetter -ErrorAction SilentlyContinue
        if ($null -ne $taken) {
            throw ('{0}: is taken by "{1}", so {2} cannot have it. Choose another letter.' -f
                $DriveLetter, $taken.FileSystemLabel, $VolumeId)
        }
    }

    if ($partitions.Count -eq 0) {
        $null = New-Partition -DiskNumber $number -UseMaximumSize -DriveLetter $DriveLetter
    }
    elseif ("$($partitions[0].DriveLetter)" -ne $DriveLetter) {
        $partitions[0] | Set-Partition -NewDriveLetter $DriveLetter
    }

    if (-not (Test-FileSystem)) {
        $format = @{ DriveLetter = $DriveLetter; FileSystem = $FileSystem; NewFileSystemLabel = $Label }
        if ($FileSystem -eq 'ReFS') { $format.SetIntegrityStreams = $false }
        $null = Format-Volume @format -AllocationUnitSize $AllocationUnitBytes -Confirm:$false
        '{0} is {1}:, {2} with units of {3} bytes.' -f
            $VolumeId, $DriveLetter, $FileSystem, $AllocationUnitBytes
    }

    Expand-Partition -DiskNumber $number
    Set-Volume -DriveLetter $DriveLetter -NewFileSystemLabel $Label
    if (Test-Integrity) { Set-FileIntegrity -FileName ('{0}:\' -f $DriveLetter) -Enable $false }
}
