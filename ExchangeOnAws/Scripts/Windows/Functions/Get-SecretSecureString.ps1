function Get-SecretSecureString {
    <#
    .SYNOPSIS
    Fetches a secret, or one property of it, as a secure string.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $SecretArn,
        [Parameter()] [string] $Key = ''
    )

    $text = Get-SecretText -SecretArn $SecretArn -Key $Key
    return (ConvertTo-SecureString -String $text -AsPlainText -Force)
}
