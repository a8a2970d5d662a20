function Get-SecretCredential {
    <#
    .SYNOPSIS
    Fetches the properties username and password of a secret as a credential.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $SecretArn,
        # Overrules the secret's own user name, for an account that is named by the caller: CORP\Admin.
        [Parameter()] [string] $UserName = ''
    )

    if ($UserName -eq '') {
        $UserName = Get-SecretText -SecretArn $SecretArn -Key 'username'
    }

    $password = Get-SecretSecureString -SecretArn $SecretArn -Key 'password'
    $type = 'System.Management.Automation.PSCredential'
    return (New-Object -TypeName $type -ArgumentList $UserName, $password)
}
