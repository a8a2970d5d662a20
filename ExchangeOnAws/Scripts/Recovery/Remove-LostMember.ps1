<#
.SYNOPSIS
A lost server is out of the availability group and its cluster and has no copies of replicated databases, so
that it can be rebuilt under its name.
.DESCRIPTION
Safe to run again: it is done once for every instance that takes the server's place, which the server's object
in the directory remembers; a server that lives is refused. Its objects, databases and all files stay. The
order is Microsoft's, in learn.microsoft.com/exchange/high-availability/disaster-recovery:
recover-dag-member-servers.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DagName,
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9-]{1,15}$')] [string] $Server,
    # The instance that takes its place.
    [Parameter(Mandatory = $true)] [ValidatePattern('^i-[0-9a-f]+$')] [string] $InstanceId
)

# A text that any object may have; Exchange Trusted Subsystem, in which members are, has full control there.
$attribute = 'adminDescription'

function Get-Mark {
    return ('Removed from {0} to be rebuilt as {1}' -f $DagName, $InstanceId)
}

function Get-ServerObject {
    $domain = (Get-ComputerSystem).Domain
    $search = @{
        Server     = $domain
        SearchBase = (Get-ADRootDSE -Server $domain).configurationNamingContext
        LDAPFilter = '(&(objectClass=msExchExchangeServer)(cn={0}))' -f $Server
        Properties = $attribute
    }
    $object = Get-ADObject @search
    if ($null -ne $object) { return $object }
    throw (('the organization has no Exchange server {0}, so there is nothing to recover. Take it out of ' +
            'mailbox.rebuild: it is installed like any other.') -f $Server)
}

function Test-Done {
    return ((Get-AttributeText -Object (Get-ServerObject) -Name $attribute) -eq (Get-Mark))
}

function Get-Node {
    # Asked twice: a cluster that answers late is none without quorum.
    try { return @(Get-ClusterNode) }
    catch { Start-Sleep -Seconds 15 }
    try { return @(Get-ClusterNode) }
    catch {
        throw (('the cluster of {0} does not answer here ({1}), and without quorum no copy can be ' +
                'removed. Restore it first: Recovery/Restore-Cluster.') -f $DagName, $_.Exception.Message)
    }
}

function Get-LifeSign {
    $node = Get-Node | Where-Object -FilterScript { $_.Name -eq $Server }
    if ($null -ne $node -and "$($node.State)" -ne 'Down') {
        return ('its cluster node is {0}' -f $node.State)
    }

    # The instance that takes its place may answer by its address, but only Exchange has this service, and
    # only a member of the domain tells. Asked twice: a mistake here would take a living member apart.
    foreach ($seconds in 0, 15) {
        Start-Sleep -Seconds $seconds
        try { $service = Get-Service -ComputerName $Server -Name 'MSExchangeRepl' }
        catch { continue }
        return ('its service {0} is {1}' -f $service.Name, $service.Status)
    }
}

function Confirm-Lost {
    foreach ($group in Get-AvailabilityGroup) {
        if ($group.Name -ne $DagName -and $group.Members -contains $Server) {
            throw ('{0} is a member of {1} and not of {2}. Check the name.' -f $Server, $group.Name, $DagName)
        }
    }

    if ($null -eq (Get-AvailabilityGroup -DagName $DagName)) {
        throw ('there is no availability group {0}. Check the name.' -f $DagName)
    }

    $sign = Get-LifeSign
    if ($null -ne $sign) {
        throw (('{0} is not lost: {1}. Nothing is taken from a server that lives. Take it out of ' +
                'mailbox.rebuild; if it was cut off in a recovery, use Recovery/Restore-Membership.') -f
            $Server, $sign)
    }
}

function Get-LostCopy {
    # Databases with a copy on the lost server and another one that is mounted.
    foreach ($database in Get-MailboxDatabase) {
        $name = $database.Name
        if ((Get-CopyPreference -Database $database -Server $Server) -eq 0) { continue }
        $others = @($database.ActivationPreference | ForEach-Object -Process { $_.Key.Name } |
                Where-Object -FilterScript { $_ -ne $Server })
        if ($others.Count -eq 0) {
            Write-StepLog -Text (('{0} has its only copy on {1}. It stays as it is: mounted again when the ' +
                    'rebuilt server has its files, from the old volumes or a backup.') -f $name, $Server)
            continue
        }

        $mounted = @($others | Where-Object -FilterScript {
                (Get-DatabaseCopy -Identity ('{0}\{1}' -f $name, $_)).Status -eq 'Mounted' })
        if ($mounted.Count -eq 0) {
            throw (('{0} is mounted on no other member, so its copy on {1} may be the one that counts. ' +
                    'Mount another one first, as Recovery/Restore-Cluster does: ' +
                    'Get-MailboxDatabaseCopyStatus -Identity {0}') -f $name, $Server)
        }

        # learn.microsoft.com, Remove-MailboxDatabaseCopy: not the last passive copy while it is on.
        if ($others.Count -eq 1 -and $database.CircularLoggingEnabled) {
            throw (('{0} has circular logging on, so its last passive copy cannot be removed. Run this ' +
                    'again after: Set-MailboxDatabase -Identity {0} -CircularLoggingEnabled $false') -f $name)
        }

        $name
    }
}

function Remove-Member {
    $member = @{ Identity = $DagName; MailboxServer = $Server; ConfigurationOnly = $true; Confirm = $false }
    # A mark that outlived the membership would keep the rebuilt server from becoming a member.
    if ((Get-AvailabilityGroup -DagName $DagName).Stopped -contains $Server) {
        Start-DatabaseAvailabilityGroup @member
    }

    if ((Get-AvailabilityGroup -DagName $DagName).Members -contains $Server) {
        Write-StepLog -Text ('Removes {0} from {1}.' -f $Server, $DagName)
        Remove-DatabaseAvailabilityGroupServer @member
    }

    # By its documentation, the cmdlet evicts the node of a server that is offline; by Microsoft's procedure,
    # that is done by hand.
    if (@(Get-Node | ForEach-Object -Process { $_.Name }) -notcontains $Server) { return }
    try { Remove-ClusterNode -Name $Server -Force }
    catch {
        # Evicted without cleaning it up, 5896, is all that can be had of a lost node.
        if (@(Get-Node | ForEach-Object -Process { $_.Name }) -contains $Server) { throw }
        Write-StepLog -Text ('Evicted {0}: {1}' -f $Server, $_.Exception.Message)
    }
}

function Update-Quorum {
    $group = Get-AvailabilityGroup -DagName $DagName
    if (@(Get-QuorumFault -Members $group.Members).Count -eq 0) { return }
    # Without a change, Exchange chooses the quorum model anew.
    try { Set-DatabaseAvailabilityGroup -Identity $DagName }
    catch {
        # The witness may be lost too, and the rebuilt member is the way back to a majority without it.
        if (Test-ServerAnswer -Server $group.WitnessServer) { throw }
        Write-StepLog -Text ('The quorum of {0} stays as it is: {1}' -f $DagName, $_.Exception.Message)
    }
}

function Set-Done {
    Import-ExchangeShell
    Confirm-Lost
    foreach ($name in @(Get-LostCopy)) {
        Write-StepLog -Text ('Removes the copy of {0} on {1}; its files stay.' -f $name, $Server)
        Remove-MailboxDatabaseCopy -Identity ('{0}\{1}' -f $name, $Server) -Confirm:$false
    }

    Remove-Member
    Update-Quorum
    $object = Get-ServerObject
    $mark = @{ Identity = $object.DistinguishedName; Replace = @{ $attribute = (Get-Mark) } }
    Set-ADObject -Server (Get-ComputerSystem).Domain @mark
    $wait = @{
        What           = 'the mark on {0}' -f $object.DistinguishedName
        TimeoutSeconds = 900
        Hint           = 'Another domain controller answers: see repadmin /showrepl.'
    }
    Wait-Until @wait -Condition {
        if (Test-Done) { return $true }
        return 'it is not there yet'
    }
}
