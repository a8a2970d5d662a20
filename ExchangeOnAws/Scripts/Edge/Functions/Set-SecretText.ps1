function Set-SecretText {
    <#
    .SYNOPSIS
    Makes a text the current version of a secret in Secrets Manager. The only place that writes secrets.
    .DESCRIPTION
    The text is masked in all output. The version before it stays readable as AWSPREVIOUS.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)]
        [ValidatePattern('^arn:[^:]+:secretsmanager:[^:]+:')]
        [string] $SecretArn,
        [Parameter(Mandatory = $true)] [string] $Text
    )

    Add-Secret -Value $Text
    $place = @{ SecretId = $SecretArn; Region = $SecretArn.Split(':')[3] }
    Import-AwsModule -Name 'AWS.Tools.SecretsManager'
    $null = Write-SECSecretValue @place -SecretString $Text
}
