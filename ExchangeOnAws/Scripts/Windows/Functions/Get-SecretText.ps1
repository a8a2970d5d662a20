function Get-SecretText {
    <#
    .SYNOPSIS
    Fetches a secret from Secrets Manager by its ARN. The only place that does.
    .DESCRIPTION
    With -Key, returns that property of a secret that is a JSON object. Whatever is
    fetched is masked in all output.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)]
        [ValidatePattern('^arn:[^:]+:secretsmanager:[^:]+:')]
        [string] $SecretArn,
        [Parameter()] [string] $Key = ''
    )

    $region = $SecretArn.Split(':')[3]
    Import-AwsModule -Name 'AWS.Tools.SecretsManager'
    $text = (Get-SECSecretValue -SecretId $SecretArn -Region $region).SecretString
    if ([string]::IsNullOrEmpty($text)) {
        throw ('secret {0} has no text. Give it a value, then run this again.' -f $SecretArn)
    }

    Add-Secret -Value $text
    $properties = @{}
    if ($text.TrimStart().StartsWith('{')) {
        # The error of a failed conversion would quote the secret; a missing
        # property says the same without it.
        try { $object = ConvertFrom-Json -InputObject $text }
        catch { $object = New-Object -TypeName 'PSObject' }
        foreach ($property in $object.PSObject.Properties) {
            $properties[$property.Name] = "$($property.Value)"
        }
    }

    foreach ($name in $properties.Keys) {
        # A user name is no secret; masking it would hide half the log.
        if ($name -ne 'username') { Add-Secret -Value $properties[$name] }
    }

    if ($Key -eq '') { return $text }
    if ([string]::IsNullOrEmpty($properties[$Key])) {
        throw ('secret {0} has no property {1}. Store it as a JSON object with that property.' -f
            $SecretArn, $Key)
    }

    return $properties[$Key]
}
