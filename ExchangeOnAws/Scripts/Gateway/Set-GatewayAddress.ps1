<#
.SYNOPSIS
One of the gateway's Elastic IP addresses belongs to this instance.
.DESCRIPTION
Safe to run again: an instance that has one of the addresses keeps it. An address that another
instance has is never taken; while none is free, the step waits, because an instance that is
being replaced gives its address back.
#>
param(
    [Parameter(Mandatory = $true)] [ValidateNotNullOrEmpty()] [string[]] $AllocationIds
)

function Get-Target {
    return @{
        InstanceId = Get-InstanceMetadata -Item 'instance-id'
        Region     = Get-InstanceMetadata -Item 'placement/region'
    }
}

function Test-Done {
    $target = Get-Target
    Import-AwsModule -Name 'AWS.Tools.EC2'
    $addresses = @(Get-EC2Address -AllocationId $AllocationIds -Region $target.Region)
    return (@($addresses | Where-Object -FilterScript { $_.InstanceId -eq $target.InstanceId }).Count -gt 0)
}

# $true, or who has each address.
function Request-Address {
    $target = Get-Target
    $answers = @()
    Import-AwsModule -Name 'AWS.Tools.EC2'
    foreach ($address in Get-EC2Address -AllocationId $AllocationIds -Region $target.Region) {
        $name = '{0} ({1})' -f $address.PublicIp, $address.AllocationId
        if (-not [string]::IsNullOrEmpty($address.AssociationId)) {
            $answers += ('{0} belongs to {1} {2}' -f $name, $address.InstanceId, $address.NetworkInterfaceId)
            continue
        }

        try {
            # EC2 takes the address from whoever has it meanwhile, unless this is false in so many words.
            $null = Register-EC2Address @target -AllocationId $address.AllocationId -AllowReassociation $false
            Write-StepLog -Text ('Takes {0}.' -f $name)
            return $true
        }
        catch { $answers += '{0}: {1}' -f $name, $_.Exception.Message }

        # The way out changes with the address, so the answer to a request that succeeded can be lost.
        if (Test-Done) { return $true }
    }

    return ($answers -join '; ')
}

function Set-Done {
    $hint = 'Every gateway host needs one of these addresses. End the instance that should not have its own.'
    $wait = @{ What = 'a free Elastic IP address'; TimeoutSeconds = 900; IntervalSeconds = 20; Hint = $hint }
    Wait-Until @wait -Condition {
        Request-Address
    }
    # EC2 shows an association a little later than it makes it.
    Wait-Until -What 'EC2 to show the address' -TimeoutSeconds 120 -IntervalSeconds 5 -Hint $hint -Condition {
        if (Test-Done) { return $true }
        return 'not yet'
    }
}
