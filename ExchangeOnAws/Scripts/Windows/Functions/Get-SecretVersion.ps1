function Get-SecretVersion {
    <#
    .SYNOPSIS
    Returns the id of a secret's present version, which is no secret and tells whether the secret changed.
    .DESCRIPTION
    Asked for before the secret itself: one that changes in between is fetched again by the next run.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)]
        [ValidatePattern('^arn:[^:]+:secretsmanager:[^:]+:')]
        [string] $SecretArn
    )

    # From the answer that has the secret too: no role may describe secrets.
    $region = $SecretArn.Split(':')[3]
    Import-AwsModule -Name 'AWS.Tools.SecretsManager'
    return "$((Get-SECSecretValue -SecretId $SecretArn -Region $region).VersionId)"
}
