<#
.SYNOPSIS
No computer object of a gateway host outlives its instance.
.DESCRIPTION
Safe to run again: only objects directly in the organizational unit that are named as
Set-GatewayName names hosts, and whose instance is not in the Auto Scaling group, are removed.
Nothing is removed unless the group has this instance.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DomainName,
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z][A-Za-z0-9-]{0,5}$')] [string] $NamePrefix,
    [Parameter(Mandatory = $true)] [ValidatePattern('^OU=.+,DC=')] [string] $OrganizationalUnit,
    [Parameter(Mandatory = $true)] [string] $JoinSecretArn,
    [Parameter(Mandatory = $true)] [string] $AutoScalingGroup
)

$feature = 'RSAT-AD-PowerShell'

function Get-Directory {
    $user = '{0}@{1}' -f (Get-SecretText -SecretArn $JoinSecretArn -Key 'username'), $DomainName
    return @{
        Server     = $DomainName
        Credential = Get-SecretCredential -SecretArn $JoinSecretArn -UserName $user
    }
}

# The last eight characters of the ids of the group's instances.
function Get-LivingSuffix {
    $region = Get-InstanceMetadata -Item 'placement/region'
    Import-AwsModule -Name 'AWS.Tools.AutoScaling'
    $group = Get-ASAutoScalingGroup -AutoScalingGroupName $AutoScalingGroup -Region $region
    $ids = @($group | ForEach-Object -Process { $_.Instances } | ForEach-Object -Process { $_.InstanceId })
    $own = Get-InstanceMetadata -Item 'instance-id'
    # A wrong group would make every host look stale.
    if ($ids -notcontains $own) {
        throw (('Auto Scaling group {0} lists {1}, but not this instance, {2}. ' +
                'No computer object was removed.') -f
            $AutoScalingGroup, ($ids -join ', '), $own)
    }

    return @($ids | ForEach-Object -Process { $_.Substring($_.Length - 8) })
}

function Get-StaleComputer {
    param([hashtable] $Directory)
    $living = @(Get-LivingSuffix)
    $pattern = '^' + [regex]::Escape($NamePrefix) + '-(?<suffix>[0-9a-f]{8})$'
    $search = @{
        LDAPFilter  = '(name={0}-*)' -f $NamePrefix
        SearchBase  = $OrganizationalUnit
        SearchScope = 'OneLevel'
    }
    foreach ($computer in Get-ADComputer @search @Directory) {
        if ($computer.Name -match $pattern -and $living -notcontains $Matches['suffix']) { $computer }
    }
}

function Test-Done {
    if (-not (Test-Feature -Name $feature)) { return $false }
    return (@(Get-StaleComputer -Directory (Get-Directory)).Count -eq 0)
}

function Set-Done {
    Install-Feature -Name $feature
    $directory = Get-Directory
    foreach ($computer in Get-StaleComputer -Directory $directory) {
        Write-StepLog -Text ('Removes {0}.' -f $computer.DistinguishedName)
        try { Remove-ADComputer -Identity $computer.DistinguishedName -Confirm:$false @directory }
        catch {
            # Another new host does the same work at the same time.
            $filter = '(name={0})' -f $computer.Name
            $left = Get-ADComputer -LDAPFilter $filter -SearchBase $OrganizationalUnit @directory
            if ($null -ne $left) { throw }
        }
    }
}
