<#
.SYNOPSIS
Exchange may make a witness share on this domain controller; or, with State absent, may no longer.
.DESCRIPTION
Safe to run again. For the time of an emergency only: Exchange gets the rights of an administrator over the
domain, because domain controllers have no local administrators. As soon as the group has its own witness
again, run this with State absent, which takes them back. The firewall stays as it is then:
domain controllers share files anyway.
#>
param(
    [Parameter()] [ValidateSet('present', 'absent')] [string] $State = 'present',
    # Given by the operator, and what it has to be.
    [Parameter(Mandatory = $true)] [string] $Confirmation,
    [Parameter(Mandatory = $true)] [string] $ExpectedConfirmation
)

# BUILTIN\Administrators, under any name.
$administrators = 'S-1-5-32-544'
$exchange = 'Exchange Trusted Subsystem'
# File and Printer Sharing, Windows Management Instrumentation: the groups' names are translated.
$groups = '@FirewallAPI.dll,-28502', '@FirewallAPI.dll,-34251'

function Confirm-Request {
    if ($Confirmation -cne $ExpectedConfirmation) {
        throw (('the confirmation is "{0}", so nothing was changed. This gives Exchange rights over the ' +
                'whole domain, for an emergency. To go on, confirm with: {1}') -f
            $Confirmation, $ExpectedConfirmation)
    }

    if ((Get-ComputerSystem).DomainRole -lt 4) {
        throw ('{0} is no domain controller. There, Add-ExchangeAdministrators prepares a witness.' -f
            (Get-ComputerSystem).Name)
    }
}

function Test-Right {
    $members = @(Get-ADGroupMember -Server 'localhost' -Identity $administrators |
            ForEach-Object -Process { $_.SamAccountName })
    return ($members -contains $exchange)
}

function Get-ClosedRule {
    foreach ($group in $groups) {
        foreach ($rule in Get-NetFirewallRule -Group $group) {
            # Not a Boolean: True and False are names of an enumeration, and both are true.
            if ("$($rule.Direction)" -eq 'Inbound' -and "$($rule.Enabled)" -ne 'True' -and
                "$($rule.Profile)" -match '\b(Domain|Any)\b') { $rule }
        }
    }
}

function Test-Done {
    Confirm-Request
    if ($State -eq 'absent') { return (-not (Test-Right)) }
    return ((Test-Right) -and @(Get-ClosedRule).Count -eq 0)
}

function Set-Done {
    $member = @{ Server = 'localhost'; Identity = $administrators; Members = $exchange }
    if ($State -eq 'absent') {
        Remove-ADGroupMember @member -Confirm:$false
        return ('{0} is no administrator of the domain any more.' -f $exchange)
    }

    foreach ($rule in @(Get-ClosedRule)) { Enable-NetFirewallRule -Name $rule.Name }
    if (Test-Right) { return }
    if ($null -eq (Get-ADGroup -Server 'localhost' -Filter "Name -eq '$exchange'")) {
        throw ('the domain has no group {0}: it was never prepared for Exchange. Use another witness.' -f
            $exchange)
    }

    Add-ADGroupMember @member
    '{0} is an administrator of the domain: run this with State absent after the emergency.' -f $exchange
}
