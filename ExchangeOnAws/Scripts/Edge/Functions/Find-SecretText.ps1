function Find-SecretText {
    <#
    .SYNOPSIS
    Returns Text and MadeAt (UTC) of a version of a secret that may have none; then the text is empty.
    .DESCRIPTION
    For a secret that two servers hand something over by. Get-SecretText is for one that has to be there. The
    text is masked in all output.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)]
        [ValidatePattern('^arn:[^:]+:secretsmanager:[^:]+:')]
        [string] $SecretArn,
        [Parameter()] [ValidateSet('AWSCURRENT', 'AWSPREVIOUS')] [string] $Stage = 'AWSCURRENT'
    )

    $place = @{ SecretId = $SecretArn; VersionStage = $Stage; Region = $SecretArn.Split(':')[3] }
    Import-AwsModule -Name 'AWS.Tools.SecretsManager'
    try { $version = Get-SECSecretValue @place }
    catch {
        # The text of an exception names the types of those inside it. A secret that was never written to has
        # no version at all, and one that was written to once has none before that.
        if ("$($_.Exception)" -notmatch 'ResourceNotFoundException') { throw }
        return [pscustomobject] @{ Text = ''; MadeAt = $null }
    }

    Add-Secret -Value "$($version.SecretString)"
    return [pscustomobject] @{
        Text   = "$($version.SecretString)"
        MadeAt = $version.CreatedDate.ToUniversalTime()
    }
}
