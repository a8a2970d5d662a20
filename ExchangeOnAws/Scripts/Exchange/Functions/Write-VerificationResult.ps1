function Write-VerificationResult {
    <#
    .SYNOPSIS
    Writes what a verification found into a parameter of Parameter Store: healthy, or faulty with the faults.
    .DESCRIPTION
    Facts are what was looked at, texts, numbers or lists of texts by name. Faults are cut to what a standard
    parameter holds.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $ParameterName,
        [Parameter(Mandatory = $true)] [System.Collections.IDictionary] $Facts,
        [Parameter()] [AllowEmptyCollection()] [string[]] $Faults = @()
    )

    # A standard parameter holds 4,096 characters (Systems Manager user guide, parameter tiers).
    $longest = 3500
    $text = $Faults -join "`n"
    while ($true) {
        $now = (Get-Date).ToUniversalTime()
        $result = [ordered] @{
            result    = 'healthy'
            checkedAt = $now.ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
        }
        foreach ($name in $Facts.Keys) { $result[$name] = $Facts[$name] }
        if ($text -ne '') {
            $result.result = 'faulty'
            $result.faults = @($text.Split("`n"))
        }

        $value = $result | ConvertTo-Json -Compress
        if ($value.Length -le $longest) { break }
        if ($text -eq '') { throw ('the result for {0} is too long for a parameter.' -f $ParameterName) }
        # How much longer JSON makes a text depends on the signs in it.
        $text = $text.Substring(0, [int] [math]::Floor($text.Length * 0.7))
    }

    $parameter = @{ Name = $ParameterName; Value = $value; Type = 'String'; Overwrite = $true }
    Import-AwsModule -Name 'AWS.Tools.SimpleSystemsManagement'
    $null = Write-SSMParameter @parameter -Region (Get-InstanceMetadata -Item 'placement/region')
}
