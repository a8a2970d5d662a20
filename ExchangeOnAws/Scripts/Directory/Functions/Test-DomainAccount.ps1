function Test-DomainAccount {
    <#
    .SYNOPSIS
    Says whether the account exists, is enabled, never expires, and has this
    password. Runs on a domain controller.
    #>
    [CmdletBinding()]
    param(
        # The user name is name@domain.
        [Parameter(Mandatory = $true)] [pscredential] $Credential
    )

    $name = $Credential.UserName.Split('@')[0]
    $search = @{ Filter = "SamAccountName -eq '$name'"; Properties = 'PasswordNeverExpires' }
    $user = Get-ADUser -Server 'localhost' @search
    if ($null -eq $user -or -not $user.Enabled -or -not $user.PasswordNeverExpires) { return $false }

    # Whoever can ask with it has the password.
    try { return ($null -ne (Get-ADDomain -Server 'localhost' -Credential $Credential)) }
    catch {
        # "The server has rejected the client credentials." Any other fault says nothing about the password.
        $fault = '{0} {1}' -f $_.Exception.GetType().Name, $_.Exception.Message
        if ($fault -match '^AuthenticationException|rejected the client credentials') { return $false }
        throw
    }
}
