function Save-Download {
    <#
    .SYNOPSIS
    Fetches an https or s3 address to a file. Get-VerifiedFile is what steps call.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Source,
        [Parameter(Mandatory = $true)] [string] $Path,
        [Parameter()] [string] $Region = ''
    )

    if ($Source -like 's3://*') {
        # As it is written: a key is no path of an address, in which blanks and letters would be encoded.
        $bucket, $key = $Source.Substring('s3://'.Length) -split '/', 2
        $object = @{ BucketName = $bucket; Key = $key; File = $Path }
        if ($Region -eq '') { $Region = Get-InstanceMetadata -Item 'placement/region' }
        Import-AwsModule -Name 'AWS.Tools.S3'
        $null = Read-S3Object @object -Region $Region
        return
    }

    Invoke-WebRequest -Uri $Source -OutFile $Path -UseBasicParsing -TimeoutSec 3600
}
