<#
.SYNOPSIS
The server is a member of the domain.
.DESCRIPTION
Safe to run again: a member is not joined again. A join that was interrupted takes over the computer object
that the same account made before.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DomainName,
    [Parameter(Mandatory = $true)] [string] $JoinSecretArn,
    [Parameter(Mandatory = $true)] [ValidatePattern('^OU=.+,DC=')] [string] $OrganizationalUnit
)

function Test-Member {
    $computer = Get-ComputerSystem
    if (-not $computer.PartOfDomain) { return $false }
    if ($computer.Domain -eq $DomainName) { return $true }
    throw (('{0} is a member of {1}, so it cannot join {2}. ' +
            'Take it out of its domain first, or use a new server.') -f
        $computer.Name, $computer.Domain, $DomainName)
}

function Test-Channel {
    # Windows may say "member" before the restart; only a secure channel proves it.
    # Without one the cmdlet can throw.
    try { return [bool](Test-ComputerSecureChannel) }
    catch { return $false }
}

function Test-Done {
    return ((Test-Member) -and (Test-Channel))
}

function Set-Done {
    Wait-DomainLocator -DomainName $DomainName
    if (-not (Test-Member)) {
        $user = '{0}@{1}' -f (Get-SecretText -SecretArn $JoinSecretArn -Key 'username'), $DomainName
        $join = @{
            DomainName = $DomainName
            OUPath     = $OrganizationalUnit
            Credential = Get-SecretCredential -SecretArn $JoinSecretArn -UserName $user
            Force      = $true
        }
        'Joins {0} as {1}, in {2}.' -f $DomainName, $user, $OrganizationalUnit
        Add-Computer @join
        Request-Restart -Reason ('member of {0}' -f $DomainName)
    }

    $wait = @{
        What           = 'the secure channel to {0}' -f $DomainName
        TimeoutSeconds = 300
        Hint           = 'If its computer object was deleted or reset, ' +
            'run Test-ComputerSecureChannel -Repair on it.'
    }
    try {
        Wait-Until @wait -Condition {
            if (Test-ComputerSecureChannel) { return $true }
            return 'the channel is broken'
        }
    }
    catch {
        # Joined by an earlier run that could not ask for its restart.
        if ((Get-RestartCount) -eq 0) { Request-Restart -Reason 'a member without a secure channel' }
        throw
    }
}
