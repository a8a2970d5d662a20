<#
.SYNOPSIS
The computer account of a lost server waits for the machine that is rebuilt under its name: the join account
may join that machine with it.
.DESCRIPTION
Safe to run again: it is reset once for every instance that takes the server's place, which the account
remembers; a second time would cut off the rebuilt server. Its groups stay, which Exchange needs. Run
Remove-LostMember first: it refuses a server that lives.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DomainName,
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9-]{1,15}$')] [string] $Server,
    # Where servers are joined.
    [Parameter(Mandatory = $true)] [ValidatePattern('^OU=.+,DC=')] [string] $OrganizationalUnit,
    [Parameter(Mandatory = $true)] [string] $JoinSecretArn,
    # The instance that takes its place.
    [Parameter(Mandatory = $true)] [ValidatePattern('^i-[0-9a-f]+$')] [string] $InstanceId
)

$here = @{ Server = 'localhost' }
$attribute = 'adminDescription'
# BUILTIN\Administrators: its members on a domain controller are trusted by every one of them.
$administrators = 'S-1-5-32-544'

function Get-Mark {
    return ('Reset to be joined by {0}' -f $InstanceId)
}

function Get-Account {
    param([Parameter()] [string] $Controller = 'localhost')
    $search = @{
        Filter     = 'SamAccountName -eq ''{0}$''' -f $Server
        Properties = $attribute, 'nTSecurityDescriptor'
    }
    return (Get-ADComputer -Server $Controller @search)
}

function Test-Marked {
    param([Parameter()] [string] $Controller = 'localhost')
    $account = Get-Account -Controller $Controller
    return ($null -ne $account -and (Get-AttributeText -Object $account -Name $attribute) -eq (Get-Mark))
}

function Test-Shown {
    param([Parameter(Mandatory = $true)] [string] $Controller)
    try { return (Test-Marked -Controller $Controller) }
    catch { Start-Sleep -Seconds 15 }
    try { return (Test-Marked -Controller $Controller) }
    catch {
        # Nothing joins through one that is lost itself.
        if (Test-ServerAnswer -Server $Controller) { throw }
        return $true
    }
}

function Get-Fault {
    if (-not (Test-Marked)) { return ('{0} is not reset for {1}' -f $Server, $InstanceId) }
    foreach ($controller in Get-ADDomainController @here -Filter '*' |
            ForEach-Object -Process { $_.HostName }) {
        # A reset that arrives after the join would undo it.
        if (-not (Test-Shown -Controller $controller)) { '{0} does not show it yet' -f $controller }
    }
}

function Test-Done {
    Wait-Directory -DomainName $DomainName
    return (@(Get-Fault).Count -eq 0)
}

function Confirm-Account {
    $account = Get-Account
    if ($null -eq $account) {
        throw (('the domain has no computer account {0}. Exchange is recovered with it and its groups. ' +
                'Restore it from the recycle bin: Get-ADObject -IncludeDeletedObjects, Restore-ADObject.') -f
            $Server)
    }

    $unit = $account.DistinguishedName -replace '^CN=[^,]+,'
    if ($unit -ne $OrganizationalUnit) {
        throw (('{0} is in {1}, and servers are joined in {2}, where the join account has its rights. Run: ' +
                'Move-ADObject -Identity "{3}" -TargetPath "{2}"') -f
            $Server, $unit, $OrganizationalUnit, $account.DistinguishedName)
    }

    return $account
}

function Set-Access {
    # Windows joins with an account that is there only if its owner is whoever joins or an administrator
    # (KB5020276; MS-SAMR 3.1.5.13.8), and the rights of the join account come from the unit. Windows takes
    # those away from what was an administrator of the domain, as members of Exchange are with
    # Recovery/Add-WitnessRights.
    param([Parameter(Mandatory = $true)] [object] $Account)
    $group = Get-ADGroup @here -Identity $administrators
    $domain = (Get-ADDomain @here).DomainSID
    $name = Get-SecretText -SecretArn $JoinSecretArn -Key 'username'
    $join = Get-ADUser @here -Filter "SamAccountName -eq '$name'"
    if ($null -eq $join) {
        throw ('the domain has no account {0}, which joins servers. Run Set-DirectoryAccounts.' -f $name)
    }

    $descriptor = $Account.nTSecurityDescriptor
    $owner = "$($descriptor.GetOwner($group.SID.GetType()))"
    $isTrusted = @("$($join.SID)", $administrators, "$domain-512", "$domain-519") -contains $owner
    if ($isTrusted -and -not $descriptor.AreAccessRulesProtected) { return }
    if (-not $isTrusted) { $descriptor.SetOwner($group.SID) }
    $descriptor.SetAccessRuleProtection($false, $false)
    $change = @{ Identity = $Account.DistinguishedName; Replace = @{ nTSecurityDescriptor = $descriptor } }
    Set-ADComputer @here @change
    Write-StepLog -Text ('{0} was owned by {1}, and may be joined by {2} now.' -f $Server, $owner, $name)
}

function Reset-Account {
    param([Parameter(Mandatory = $true)] [object] $Account)
    # Not to the name of the server, as the consoles do: anybody could be it until it is joined. Joining sets
    # another one, so nobody has to know this.
    $text = '{0}{1}' -f [guid]::NewGuid(), "$([guid]::NewGuid())".ToUpperInvariant()
    Add-Secret -Value $text
    $password = @{
        Identity    = $Account.DistinguishedName
        Reset       = $true
        NewPassword = ConvertTo-SecureString -String $text -AsPlainText -Force
    }
    Set-ADAccountPassword @here @password
    Enable-ADAccount @here -Identity $Account.DistinguishedName
    # The last change: whoever shows it has the others.
    Set-ADComputer @here -Identity $Account.DistinguishedName -Replace @{ $attribute = (Get-Mark) }
    Write-StepLog -Text ('Reset {0}.' -f $Account.DistinguishedName)
}

function Set-Done {
    if (-not (Test-Marked)) {
        $account = Confirm-Account
        Set-Access -Account $account
        Reset-Account -Account $account
    }

    $wait = @{
        What            = 'the reset on every domain controller'
        TimeoutSeconds  = 1200
        IntervalSeconds = 30
        Hint            = 'See repadmin /showrepl.'
    }
    Wait-Until @wait -Condition {
        $faults = @(Get-Fault)
        if ($faults.Count -eq 0) { return $true }
        return ($faults -join '; ')
    }
}
