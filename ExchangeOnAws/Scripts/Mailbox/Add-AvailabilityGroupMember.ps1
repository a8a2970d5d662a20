<#
.SYNOPSIS
This server is a member of the database availability group, and its cluster node is up.
.DESCRIPTION
Safe to run again: a member stays one, and a member that the cluster does not know is added anew.
A server of another group is refused.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DagName,
    # Members that have to be in already.
    [Parameter()] [string[]] $Previous = @()
)

$service = 'ClusSvc'

function Get-NodeState {
    param([Parameter(Mandatory = $true)] [string] $Name)
    # Before it is a node, the cluster service of a server is disabled.
    if ("$((Get-Service -Name $service).StartType)" -eq 'Disabled') { return 'Missing' }
    if ("$((Get-Service -Name $service).Status)" -ne 'Running') { return 'Stopped' }
    foreach ($node in Get-ClusterNode) {
        if ($node.Name -eq $Name) { return "$($node.State)" }
    }

    return 'Missing'
}

function Test-Done {
    Import-ExchangeShell
    if (-not (Test-Feature -Name 'Failover-Clustering')) { return $false }
    $name = (Get-ComputerSystem).Name
    $group = Get-AvailabilityGroup -DagName $DagName
    return ($null -ne $group -and $group.Members -contains $name -and $group.Stopped -notcontains $name -and
        (Get-NodeState -Name $name) -eq 'Up')
}

function Confirm-Membership {
    param([Parameter(Mandatory = $true)] [string] $Name)
    foreach ($group in Get-AvailabilityGroup) {
        if ($group.Name -ne $DagName -and $group.Members -contains $Name) {
            throw (('{0} is a member of {1}, and a server is in one group only. ' +
                    'Remove it there, or take it out of the plan of {2}.') -f $Name, $group.Name, $DagName)
        }

        if ($group.Name -eq $DagName -and $group.Stopped -contains $Name) {
            throw (('{0} is marked as stopped in {1} since a recovery. When it may come back, run: ' +
                    'Start-DatabaseAvailabilityGroup -Identity {1} -MailboxServer {0}') -f $Name, $DagName)
        }
    }
}

function Wait-Member {
    $wait = @{
        What           = 'the members {0} of {1}' -f ($Previous -join ', '), $DagName
        TimeoutSeconds = 1800
        # Who does not see a member forms a second cluster.
        Hint           = 'See the steps of those servers, and repadmin /showrepl on the domain controllers.'
    }
    Wait-Until @wait -Condition {
        $group = Get-AvailabilityGroup -DagName $DagName
        if ($null -eq $group) { return ('there is no {0} yet' -f $DagName) }
        $missing = @($Previous | Where-Object -FilterScript { $group.Members -notcontains $_ })
        if ($missing.Count -eq 0) { return $true }
        return ('{0} not seen yet' -f ($missing -join ', '))
    }
}

function Set-Done {
    # One that waits for its restart is not installed: the cluster cannot be joined before.
    $feature = Get-WindowsFeature -Name 'Failover-Clustering'
    if ("$($feature.InstallState)" -eq 'InstallPending') { Request-Restart -Reason 'Failover-Clustering' }
    Install-Feature -Name 'Failover-Clustering'
    $name = (Get-ComputerSystem).Name
    Confirm-Membership -Name $name
    Wait-Member

    $isMember = (Get-AvailabilityGroup -DagName $DagName).Members -contains $name
    $state = Get-NodeState -Name $name
    if ($isMember -and $state -eq 'Missing') {
        Write-StepLog -Text ('{0} is a member of {1} without being a cluster node.' -f $name, $DagName)
        # The directory only; Exchange refuses it for a server with copies of replicated databases.
        $member = @{ Identity = $DagName; MailboxServer = $name; ConfigurationOnly = $true }
        Remove-DatabaseAvailabilityGroupServer @member -Confirm:$false
        $isMember = $false
    }
    elseif ($isMember -and $state -eq 'Stopped') { Start-Service -Name $service }

    if (-not $isMember) {
        Write-StepLog -Text ('Adds {0} to {1}.' -f $name, $DagName)
        Add-DatabaseAvailabilityGroupServer -Identity $DagName -MailboxServer $name
    }

    $wait = @{
        What           = '{0} as a member of {1}' -f $name, $DagName
        TimeoutSeconds = 900
        Hint           = 'See C:\ExchangeSetupLogs\DagTasks and the event log FailoverClustering.'
    }
    Wait-Until @wait -Condition {
        if ((Get-AvailabilityGroup -DagName $DagName).Members -notcontains $name) { return 'no member yet' }
        $state = Get-NodeState -Name $name
        if ($state -eq 'Up') { return $true }
        return ('its cluster node is {0}' -f $state)
    }
}
