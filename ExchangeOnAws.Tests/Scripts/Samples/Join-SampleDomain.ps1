<#
.SYNOPSIS
The server is a member of the domain under its planned name, and has its data volume.
.DESCRIPTION
Safe to run again: a member is not joined again, and a formatted volume is never formatted again.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DomainName,
    [Parameter(Mandatory = $true)] [ValidateLength(1, 15)] [string] $ComputerName,
    [Parameter(Mandatory = $true)] [string[]] $DnsServer,
    [Parameter(Mandatory = $true)] [string] $JoinSecretArn,
    [Parameter(Mandatory = $true)] [ValidatePattern('^vol-[0-9a-f]+$')] [string] $VolumeId
)

function Test-Member {
    $system = Get-CimInstance -ClassName 'Win32_ComputerSystem'
    return ($system.Domain -eq $DomainName -and $system.Name -eq $ComputerName)
}

function Test-Volume {
    $volume = @(Get-Volume | Where-Object -FilterScript { $_.DriveLetter -eq 'D' })
    return ($volume.Count -eq 1 -and $volume[0].FileSystem -eq 'NTFS')
}

function Test-Done {
    return ((Test-Member) -and (Test-Volume))
}

function Add-DataVolume {
    $serial = $VolumeId.Replace('-', '')
    $disk = @(Get-Disk | Where-Object -FilterScript { $_.SerialNumber.StartsWith($serial) })
    if ($disk.Count -ne 1) {
        throw ('volume {0} is not attached to this server. Attach it, then run this again.' -f $VolumeId)
    }

    $number = $disk[0].Number
    if ($disk[0].IsOffline) { $disk[0] | Set-Disk -IsOffline $false }
    if ($disk[0].PartitionStyle -eq 'RAW') { Initialize-Disk -Number $number -PartitionStyle 'GPT' }
    if (@(Get-Partition | Where-Object -FilterScript { $_.DiskNumber -eq $number }).Count -eq 0) {
        $null = New-Partition -DiskNumber $number -UseMaximumSize -DriveLetter 'D'
    }

    if (-not (Test-Volume)) {
        $null = Format-Volume -DriveLetter 'D' -FileSystem 'NTFS' -NewFileSystemLabel 'Data'
    }
}

function Set-Done {
    if (-not (Test-Volume)) { Add-DataVolume }
    if (Test-Member) { return }
    foreach ($adapter in Get-NetAdapter -Physical) {
        Set-DnsClientServerAddress -InterfaceIndex $adapter.InterfaceIndex -ServerAddresses $DnsServer
    }

    $join = @{ DomainName = $DomainName; Credential = (Get-SecretCredential -SecretArn $JoinSecretArn) }
    $computer = Get-CimInstance -ClassName 'Win32_ComputerSystem'
    if ($computer.Name -ne $ComputerName) { $join.NewName = $ComputerName }
    Add-Computer @join -Options 'JoinWithNewName,AccountCreate' -Force
    Request-Restart -Reason ('joined {0} as {1}' -f $DomainName, $ComputerName)
}
