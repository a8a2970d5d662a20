function Get-InstanceMetadata {
    <#
    .SYNOPSIS
    Returns one item of this instance's metadata (instance-id, placement/region), through IMDSv2 only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Item
    )

    $service = 'http://169.254.169.254/latest'
    $lifetime = @{ 'X-aws-ec2-metadata-token-ttl-seconds' = '300' }
    $uri = '{0}/api/token' -f $service
    $token = Invoke-RestMethod -Method 'Put' -Uri $uri -Headers $lifetime -TimeoutSec 10
    $headers = @{ 'X-aws-ec2-metadata-token' = $token }
    $uri = '{0}/meta-data/{1}' -f $service, $Item
    return [string] (Invoke-RestMethod -Method 'Get' -Uri $uri -Headers $headers -TimeoutSec 10)
}
