<#
.SYNOPSIS
The database availability group exists, without a cluster administrative access point, with its witness,
and every domain controller knows it.
.DESCRIPTION
Safe to run again: a group with another witness or file system is set right; one that has
members and an administrative access point is refused.
#>
param(
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9-]{0,14}$')] [string] $DagName,
    # Empty: an odd number of members, which needs no witness.
    [Parameter()] [string] $WitnessServer = '',
    [Parameter(Mandatory = $true)] [string] $WitnessDirectory,
    [Parameter(Mandatory = $true)] [ValidateSet('NTFS', 'ReFS')] [string] $FileSystem,
    [Parameter()] [string[]] $DomainControllers = @()
)

# No address: no network name and no computer object either. Passed, because older releases take
# DHCP when nothing is.
$noAddress = '255.255.255.255'

function Test-Witness {
    param([Parameter(Mandatory = $true)] [object] $Group)
    if ($WitnessServer -ne '') {
        return ((Test-SameServer -Name $Group.WitnessServer -Other $WitnessServer) -and
            $Group.WitnessDirectory -eq $WitnessDirectory)
    }

    # Any name will do that can never be a member's.
    $servers = @(Get-ExchangeServer | ForEach-Object -Process { $_.Name })
    return ($Group.WitnessServer -ne '' -and $servers -notcontains $Group.WitnessServer.Split('.')[0])
}

function Test-Group {
    param([AllowNull()] [object] $Group)
    return ($null -ne $Group -and $Group.FileSystem -eq $FileSystem -and
        ($Group.Addresses -join ',') -eq $noAddress -and (Test-Witness -Group $Group))
}

function Get-Plan {
    $server = $WitnessServer
    if ($server -eq '') {
        # Without a name Exchange looks for an Exchange server, and every one here becomes a member, which a
        # witness must not be. A domain controller is named instead: nothing is made on it, because Exchange
        # has no rights there, and a majority of nodes never asks it. The cmdlet warns that Exchange Trusted
        # Subsystem is no administrator there, and goes on.
        $server = "$((Get-ADDomainController -Discover -Writable).HostName)"
    }

    return @{
        WitnessServer                        = $server
        WitnessDirectory                     = $WitnessDirectory
        FileSystem                           = $FileSystem
        DatabaseAvailabilityGroupIpAddresses = $noAddress
    }
}

function Test-Done {
    Import-ExchangeShell
    if (-not (Test-Group -Group (Get-AvailabilityGroup -DagName $DagName))) { return $false }
    foreach ($controller in $DomainControllers) {
        $group = Get-AvailabilityGroup -DagName $DagName -DomainController $controller
        if (-not (Test-Group -Group $group)) { return $false }
    }

    return $true
}

function Set-Done {
    $group = Get-AvailabilityGroup -DagName $DagName
    if ($null -eq $group) {
        $plan = Get-Plan
        Write-StepLog -Text ('Makes {0} with the witness {1}.' -f $DagName, $plan.WitnessServer)
        $null = New-DatabaseAvailabilityGroup -Name $DagName @plan
    }
    elseif (-not (Test-Group -Group $group)) {
        if ($group.Members.Count -gt 0 -and ($group.Addresses -join ',') -ne $noAddress) {
            throw (('{0} has the addresses {1} and the members {2}. Its administrative access point cannot ' +
                    'be taken away under them: remove the members first, or choose another name.') -f
                $DagName, ($group.Addresses -join ', '), ($group.Members -join ', '))
        }

        $plan = Get-Plan
        Write-StepLog -Text ('Sets {0}: the witness was {1} {2}, the file system {3}.' -f
            $DagName, $group.WitnessServer, $group.WitnessDirectory, $group.FileSystem)
        Set-DatabaseAvailabilityGroup -Identity $DagName @plan
    }

    $wait = @{
        What           = '{0} on every domain controller' -f $DagName
        TimeoutSeconds = 1800
        Hint           = 'See repadmin /showrepl on the domain controllers.'
    }
    Wait-Until @wait -Condition {
        foreach ($controller in @('') + $DomainControllers) {
            $group = Get-AvailabilityGroup -DagName $DagName -DomainController $controller
            if (-not (Test-Group -Group $group)) { return ('{0} does not show it yet' -f $controller) }
        }

        return $true
    }
}
