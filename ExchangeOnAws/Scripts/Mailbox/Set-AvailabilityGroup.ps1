<#
.SYNOPSIS
The database availability group has its members, datacenter activation coordination mode, and the quorum
model for their number.
.DESCRIPTION
Safe to run again: what is right is left alone; a wrong quorum model is evaluated again by Exchange.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DagName,
    [Parameter(Mandatory = $true)] [string[]] $Members,
    # Empty: the plan has an odd number of members and no witness.
    [Parameter()] [string] $WitnessServer = '',
    [Parameter(Mandatory = $true)] [string] $WitnessDirectory
)

function Get-MemberFault {
    param([AllowNull()] [object] $Group)
    if ($null -eq $Group) { return ('there is no {0}' -f $DagName) }
    foreach ($member in $Members) {
        if ($Group.Members -notcontains $member) { '{0} is no member yet' -f $member }
    }
}

function Test-Witness {
    param([Parameter(Mandatory = $true)] [object] $Group)
    return ($WitnessServer -eq '' -or
        ((Test-SameServer -Name $Group.WitnessServer -Other $WitnessServer) -and
        $Group.WitnessDirectory -eq $WitnessDirectory))
}

function Test-Done {
    Import-ExchangeShell
    $group = Get-AvailabilityGroup -DagName $DagName
    if (@(Get-MemberFault -Group $group).Count -gt 0) { return $false }
    return ($group.ActivationMode -eq 'DagOnly' -and (Test-Witness -Group $group) -and
        @(Get-QuorumFault -Members $group.Members).Count -eq 0)
}

function Set-Done {
    $wait = @{
        What           = 'the members of {0}' -f $DagName
        TimeoutSeconds = 1800
        Hint           = 'See the steps Add-AvailabilityGroupMember of those servers.'
    }
    Wait-Until @wait -Condition {
        $faults = @(Get-MemberFault -Group (Get-AvailabilityGroup -DagName $DagName))
        if ($faults.Count -eq 0) { return $true }
        return ($faults -join '; ')
    }

    $group = Get-AvailabilityGroup -DagName $DagName
    if ($WitnessServer -eq '' -and $group.Members.Count % 2 -eq 0) {
        throw (('{0} has {1} members ({2}) and the plan no witness server, so half of them would be no ' +
                'majority. Plan a witness, or remove the member that the plan does not name.') -f
            $DagName, $group.Members.Count, ($group.Members -join ', '))
    }

    # Before all members are in, the mode would keep databases of a lone member from mounting.
    $change = @{}
    if ($group.ActivationMode -ne 'DagOnly') { $change.DatacenterActivationMode = 'DagOnly' }
    if (-not (Test-Witness -Group $group)) {
        $change.WitnessServer = $WitnessServer
        $change.WitnessDirectory = $WitnessDirectory
    }

    $faults = @(Get-QuorumFault -Members $group.Members)
    if ($change.Count -gt 0 -or $faults.Count -gt 0) {
        Write-StepLog -Text ('Sets {0}: {1}' -f $DagName, ((@($change.Keys) + $faults) -join '; '))
        # Whatever is changed, Exchange chooses the quorum model anew, and makes the witness share.
        Set-DatabaseAvailabilityGroup -Identity $DagName @change
    }

    $wait = @{
        What           = 'the quorum of {0}' -f $DagName
        TimeoutSeconds = 900
        Hint           = 'Check that Exchange Trusted Subsystem is an administrator of the witness server, ' +
            'and that its firewall lets file sharing in. Then run the step again.'
    }
    Wait-Until @wait -Condition {
        $faults = @(Get-QuorumFault -Members (Get-AvailabilityGroup -DagName $DagName).Members)
        if ($faults.Count -eq 0) { return $true }
        return ($faults -join '; ')
    }
}
