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

    $address = [uri] $Source
    if ($address.Scheme -eq 's3') {
        $object = @{ BucketName = $address.Host; Key = $address.AbsolutePath.TrimStart('/'); File = $Path }
        if ($Region -ne '') { $object.Region = $Region }
        $null = Read-S3Object @object
        return
    }

    Invoke-WebRequest -Uri $Source -OutFile $Path -UseBasicParsing -TimeoutSec 3600
}
