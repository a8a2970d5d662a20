<#
.SYNOPSIS
The mail domains are authoritative accepted domains, the first one is the default,
and the default e-mail address policy makes addresses in it.
.DESCRIPTION
Safe to run again: other domains stay, and a policy that somebody has changed too.
A domain of another type is refused.
#>
param(
    [Parameter(Mandatory = $true)] [string[]] $Domains,
    # The Active Directory domain, in which Exchange makes addresses by itself.
    [Parameter(Mandatory = $true)] [string] $DomainName,
    # The domain was there before: where others have Exchange servers in it, the organisation's default domain
    # and its address policy stay as they are.
    [Parameter()] [bool] $SharedOrganization = $false,
    # Our Mailbox and Edge Transport servers: other Exchange servers make it an organisation of others.
    [Parameter()] [string[]] $Members = @(),
    [Parameter()] [string[]] $EdgeServers = @()
)

function Test-Shared {
    return ($SharedOrganization -and (Test-SharedOrganization -Own ($Members + $EdgeServers)))
}

function Get-Domain {
    param([Parameter(Mandatory = $true)] [string] $Name)
    return (Get-AcceptedDomain | Where-Object -FilterScript { "$($_.DomainName)" -eq $Name })
}

function Test-Domain {
    param([Parameter(Mandatory = $true)] [string] $Name)
    $domain = Get-Domain -Name $Name
    if ($null -eq $domain) { return $false }
    if ("$($domain.DomainType)" -ne 'Authoritative') {
        throw (('accepted domain {0} is {1}: somebody has mail for it delivered elsewhere. It is left so. ' +
                'Run Set-AcceptedDomain -Identity "{2}" -DomainType Authoritative, or leave {0} out.') -f
            $Name, $domain.DomainType, $domain.Name)
    }

    return $true
}

function Get-Policy {
    # The default policy has the priority Lowest; its name may have been changed.
    return (Get-EmailAddressPolicy | Where-Object -FilterScript { "$($_.Priority)" -eq 'Lowest' })
}

function Get-Template {
    return (@(foreach ($template in (Get-Policy).EnabledEmailAddressTemplates) { "$template" }) -join ',')
}

function Test-Policy {
    # Addresses at the AD domain only: what setup made. Anything else is somebody's choice.
    if ($Domains[0] -ne $DomainName -and (Get-Template) -eq ('SMTP:@{0}' -f $DomainName)) { return $false }
    # Ours, and interrupted before it was applied.
    return ((Get-Template) -ne ('SMTP:@{0}' -f $Domains[0]) -or
        $Domains[0] -eq $DomainName -or (Get-Policy).RecipientFilterApplied)
}

function Test-Done {
    Import-ExchangeShell
    foreach ($name in $Domains) {
        if (-not (Test-Domain -Name $name)) { return $false }
    }

    return ((Test-Shared) -or ((Get-Domain -Name $Domains[0]).Default -and (Test-Policy)))
}

function Set-Done {
    foreach ($name in $Domains) {
        if (Test-Domain -Name $name) { continue }
        Write-StepLog -Text ('Accepts mail for {0}.' -f $name)
        $null = New-AcceptedDomain -Name $name -DomainName $name -DomainType 'Authoritative'
    }

    if (Test-Shared) { return }
    $first = Get-Domain -Name $Domains[0]
    if (-not $first.Default) { Set-AcceptedDomain -Identity $first.Name -MakeDefault $true }
    if (Test-Policy) { return }

    $policy = (Get-Policy).Name
    if ((Get-Template) -ne ('SMTP:@{0}' -f $Domains[0])) {
        Write-StepLog -Text ('{0} makes addresses at {1}, not {2}.' -f $policy, $Domains[0], $DomainName)
        $templates = 'SMTP:@{0}' -f $Domains[0]
        Set-EmailAddressPolicy -Identity $policy -EnabledEmailAddressTemplates $templates
    }

    # Recipients keep the addresses they had; these become secondary.
    Update-EmailAddressPolicy -Identity $policy
}
