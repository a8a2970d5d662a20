function Get-SecretBinary {
    <#
    .SYNOPSIS
    Fetches the bytes of a binary secret from Secrets Manager: what Get-SecretText is for texts.
    .DESCRIPTION
    A text secret is taken as base64, which is what the console can store. Its
    base64 form is masked in all output.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)]
        [ValidatePattern('^arn:[^:]+:secretsmanager:[^:]+:')]
        [string] $SecretArn
    )

    $region = $SecretArn.Split(':')[3]
    Import-AwsModule -Name 'AWS.Tools.SecretsManager'
    $secret = Get-SECSecretValue -SecretId $SecretArn -Region $region
    $bytes = $null
    if ($null -ne $secret.SecretBinary) {
        $bytes = $secret.SecretBinary.ToArray()
    }
    elseif (-not [string]::IsNullOrEmpty($secret.SecretString)) {
        Add-Secret -Value $secret.SecretString
        # The error of a failed conversion need not be shown: what follows says the same.
        try { $bytes = [convert]::FromBase64String($secret.SecretString) } catch { $bytes = $null }
    }

    if ($null -eq $bytes -or $bytes.Length -eq 0) {
        throw (('secret {0} is neither binary nor base64 text. ' +
                'Store the file with --secret-binary fileb://.') -f
            $SecretArn)
    }

    Add-Secret -Value ([convert]::ToBase64String($bytes))
    return , $bytes
}
