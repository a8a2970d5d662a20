<#
.SYNOPSIS
CloudWatch knows how many database copies of this member are neither mounted nor healthy.
.DESCRIPTION
Safe to run again: a number that was published within the last 15 minutes is enough. Run every half hour, so
an alarm that treats missing data as breaching also shows a member that is silent.
#>
param(
    [Parameter(Mandatory = $true)] [ValidateNotNullOrEmpty()] [string] $StackName,
    [Parameter(Mandatory = $true)] [ValidateNotNullOrEmpty()] [string] $HostName
)

$file = 'C:\ProgramData\ExchangeOnAws\Steps\Publish-CopyHealth.published'

# On their way to healthy, or where Exchange has them for a moment.
$fine = 'Mounted', 'Healthy', 'Mounting', 'Initializing', 'Resynchronizing', 'Seeding', 'SeedingSource'

function Test-Done {
    if (-not (Test-Path -LiteralPath $file)) { return $false }
    # What an interrupted write left is no proof.
    $ticks = "$(Get-Content -LiteralPath $file -Raw)".Trim()
    if ($ticks -notmatch '^\d{1,18}$') { return $false }
    $age = (Get-Date).ToUniversalTime().Ticks - [long] $ticks
    return ($age -ge 0 -and $age -le [timespan]::FromMinutes(15).Ticks)
}

function Set-Done {
    Import-ExchangeShell
    $copies = @(Get-MailboxDatabaseCopyStatus -Server (Get-ComputerSystem).Name)
    $wrong = @($copies | Where-Object -FilterScript { "$($_.Status)" -notin $fine })
    foreach ($copy in $wrong) { '{0} is {1}.' -f $copy.Name, $copy.Status }
    $datum = @{
        MetricName = 'UnhealthyCopies'
        Dimensions = @(@{ Name = 'Stack'; Value = $StackName }, @{ Name = 'Host'; Value = $HostName })
        Value      = $wrong.Count
    }
    $region = Get-InstanceMetadata -Item 'placement/region'
    Import-AwsModule -Name 'AWS.Tools.CloudWatch'
    $null = Write-CWMetricData -Namespace 'ExchangeOnAws' -MetricData $datum -Region $region
    '{0} of {1} copies are unhealthy.' -f $wrong.Count, $copies.Count

    New-Folder -Path (Split-Path -Path $file -Parent)
    Set-Content -LiteralPath $file -Value "$((Get-Date).ToUniversalTime().Ticks)" -Encoding ASCII
}
