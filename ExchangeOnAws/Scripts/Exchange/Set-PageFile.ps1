<#
.SYNOPSIS
The server has one page file, on C:, of a fixed size, and it is in force.
.DESCRIPTION
Safe to run again: a page file of the right size is left alone. The size follows
the memory, so another instance type takes another run; a few MB more or less are no other size.
#>
param(
    # Exchange 2019 and Subscription Edition: 25 (Exchange Server system requirements, hardware).
    [Parameter(Mandatory = $true)] [ValidateRange(5, 100)] [int] $PercentOfMemory
)

$file = 'C:\pagefile.sys'
# In MB. What the firmware leaves of the memory differs from start to start.
$tolerance = 64

function Get-WantedSize {
    # In MB, rounded as Microsoft's HealthChecker rounds it.
    $memory = [math]::Round((Get-ComputerSystem).TotalPhysicalMemory / 1MB)
    return [int] [math]::Round($memory * $PercentOfMemory / 100)
}

function Test-Setting {
    param([Parameter(Mandatory = $true)] [int] $Size)
    if ((Get-ComputerSystem).AutomaticManagedPagefile) { return $false }
    $settings = @(Get-CimInstance -ClassName 'Win32_PageFileSetting')
    return ($settings.Count -eq 1 -and $settings[0].Name -eq $file -and
        $settings[0].InitialSize -eq $settings[0].MaximumSize -and
        [math]::Abs([long] $settings[0].InitialSize - $Size) -le $tolerance)
}

function Get-PageFileInForce {
    # AllocatedBaseSize is what Windows allocated when it started.
    return @(Get-CimInstance -ClassName 'Win32_PageFileUsage')
}

function Test-Done {
    $size = Get-WantedSize
    if (-not (Test-Setting -Size $size)) { return $false }
    $set = @(Get-CimInstance -ClassName 'Win32_PageFileSetting')[0].InitialSize
    $used = @(Get-PageFileInForce)
    return ($used.Count -eq 1 -and $used[0].Name -eq $file -and $used[0].AllocatedBaseSize -eq $set)
}

function Confirm-Space {
    param([Parameter(Mandatory = $true)] [int] $Size)
    $free = [math]::Floor((Get-Volume -DriveLetter 'C').SizeRemaining / 1MB)
    # The new one takes the place of the one that is there.
    foreach ($used in @(Get-PageFileInForce)) {
        if ($used.Name -eq $file) { $free += $used.AllocatedBaseSize }
    }

    if ($free -lt $Size) {
        throw (('C: has {0} MB for a page file of {1} MB, which Windows would make smaller. ' +
                'Give the root volume more space.') -f $free, $Size)
    }
}

function Set-Done {
    $size = Get-WantedSize
    if (-not (Test-Setting -Size $size)) {
        Confirm-Space -Size $size
        $computer = Get-ComputerSystem
        if ($computer.AutomaticManagedPagefile) {
            Set-CimInstance -InputObject $computer -Property @{ AutomaticManagedPagefile = $false }
        }

        foreach ($other in @(Get-CimInstance -ClassName 'Win32_PageFileSetting')) {
            if ($other.Name -ne $file) { Remove-CimInstance -InputObject $other }
        }

        $class = @{ ClassName = 'Win32_PageFileSetting' }
        if (@(Get-CimInstance @class).Count -eq 0) {
            $null = New-CimInstance @class -Property @{ Name = $file }
        }

        $setting = @(Get-CimInstance @class)[0]
        Set-CimInstance -InputObject $setting -Property @{ InitialSize = $size; MaximumSize = $size }
    }

    Request-Restart -Reason ('page file of {0} MB' -f $size)
}
