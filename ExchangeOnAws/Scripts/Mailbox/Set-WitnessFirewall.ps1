<#
.SYNOPSIS
The server's firewall lets file sharing and WMI in, in the domain profile.
.DESCRIPTION
Safe to run again: a rule that is enabled is left alone. Exchange makes folder and share of the witness with
these two: learn.microsoft.com/exchange/high-availability/manage-ha/manage-dags.
#>
param()

# By the groups' resource ids, since their names are translated:
# File and Printer Sharing, Windows Management Instrumentation (WMI).
$groups = '@FirewallAPI.dll,-28502', '@FirewallAPI.dll,-34251'

function Get-ClosedRule {
    foreach ($group in $groups) {
        $rules = @(Get-NetFirewallRule -Group $group -ErrorAction SilentlyContinue |
                Where-Object -FilterScript {
                    "$($_.Direction)" -eq 'Inbound' -and "$($_.Action)" -eq 'Allow' -and
                    "$($_.Profile)" -match '\b(Domain|Any)\b' })
        if ($rules.Count -eq 0) {
            throw ('the firewall has no inbound rule of group {0} for the domain profile. {1}' -f
                $group, 'Restore its rules: netsh advfirewall reset.')
        }

        # Not a Boolean: True and False are names of an enumeration, and both are true.
        $rules | Where-Object -FilterScript { "$($_.Enabled)" -ne 'True' }
    }
}

function Test-Done {
    return (@(Get-ClosedRule).Count -eq 0)
}

function Set-Done {
    foreach ($rule in @(Get-ClosedRule)) {
        Enable-NetFirewallRule -Name $rule.Name
        'Enabled {0}.' -f $rule.Name
    }
}
