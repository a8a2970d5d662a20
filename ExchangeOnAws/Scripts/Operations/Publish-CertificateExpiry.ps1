<#
.SYNOPSIS
CloudWatch knows from this day in how many days the certificate ends that this server presents to clients.
.DESCRIPTION
Safe to run again: a value that was published within the last 20 hours, for the certificate still in use, is
enough. Run every day, so an alarm that treats missing data as breaching also shows a server that is silent.
#>
param(
    [Parameter(Mandatory = $true)] [ValidateNotNullOrEmpty()] [string] $StackName,
    [Parameter(Mandatory = $true)] [ValidateNotNullOrEmpty()] [string] $HostName
)

$file = 'C:\ProgramData\ExchangeOnAws\Steps\Publish-CertificateExpiry.published'

function Get-Served {
    $computer = Get-ComputerSystem
    $name = '{0}.{1}' -f $computer.Name, $computer.Domain
    return (Get-TlsAnswer -HostName $name -Path '/owa/healthcheck.htm')
}

function Test-Done {
    if (-not (Test-Path -LiteralPath $file)) { return $false }
    # What an interrupted write left is no proof: ticks of UTC, thumbprint, whom the value was for.
    $ticks, $thumbprint, $subject = "$(Get-Content -LiteralPath $file -Raw)".Trim().Split(' ')
    if ("$ticks" -notmatch '^\d{1,18}$') { return $false }
    if ("$subject" -ne ('{0}/{1}' -f $StackName, $HostName)) { return $false }
    $age = (Get-Date).ToUniversalTime().Ticks - [long] $ticks
    if ($age -lt 0 -or $age -gt [timespan]::FromHours(20).Ticks) { return $false }
    return ((Get-Served).Thumbprint -eq $thumbprint)
}

function Set-Done {
    $served = Get-Served
    $now = Get-Date
    $days = [math]::Floor(($served.NotAfter - $now).TotalDays)
    $datum = @{
        MetricName = 'DaysToExpiry'
        Dimensions = @(@{ Name = 'Stack'; Value = $StackName }, @{ Name = 'Host'; Value = $HostName })
        Value      = $days
    }
    $region = Get-InstanceMetadata -Item 'placement/region'
    Import-AwsModule -Name 'AWS.Tools.CloudWatch'
    $null = Write-CWMetricData -Namespace 'ExchangeOnAws' -MetricData $datum -Region $region
    'Certificate {0} ends on {1:yyyy-MM-dd}, in {2} days.' -f $served.Thumbprint, $served.NotAfter, $days

    New-Folder -Path (Split-Path -Path $file -Parent)
    $line = '{0} {1} {2}/{3}' -f $now.ToUniversalTime().Ticks, $served.Thumbprint, $StackName, $HostName
    Set-Content -LiteralPath $file -Value $line -Encoding ASCII
}
