function Test-VerificationResult {
    <#
    .SYNOPSIS
    Says whether a parameter of Parameter Store has a healthy result with just these facts.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $ParameterName,
        [Parameter(Mandatory = $true)] [System.Collections.IDictionary] $Facts
    )

    $place = @{ Name = $ParameterName; Region = Get-InstanceMetadata -Item 'placement/region' }
    Import-AwsModule -Name 'AWS.Tools.SimpleSystemsManagement'
    try { $value = (Get-SSMParameter @place).Value }
    catch {
        # The text of an exception names the types of those inside it.
        if ("$($_.Exception)" -match 'ParameterNotFound') { return $false }
        throw
    }

    try { $written = ConvertFrom-Json -InputObject $value }
    catch { return $false }
    $expected = @{ result = 'healthy' }
    foreach ($name in $Facts.Keys) { $expected[$name] = $Facts[$name] }
    foreach ($property in $written.PSObject.Properties) {
        # A note that no longer holds, for example.
        if ($property.Name -ne 'checkedAt' -and -not $expected.ContainsKey($property.Name)) { return $false }
    }

    foreach ($name in $expected.Keys) {
        $property = $written.PSObject.Properties[$name]
        if ($null -eq $property) { return $false }
        if ((@($property.Value) -join ',') -ne (@($expected[$name]) -join ',')) { return $false }
    }

    return $true
}
