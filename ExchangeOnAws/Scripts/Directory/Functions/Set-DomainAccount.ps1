function Set-DomainAccount {
    <#
    .SYNOPSIS
    Makes or corrects an enabled account with this password, which never expires. Runs on a domain controller.
    #>
    [CmdletBinding()]
    param(
        # The user name is name@domain.
        [Parameter(Mandatory = $true)] [pscredential] $Credential
    )

    if (Test-DomainAccount -Credential $Credential) { return }

    $here = @{ Server = 'localhost' }
    $name = $Credential.UserName.Split('@')[0]
    $user = Get-ADUser @here -Filter "SamAccountName -eq '$name'"
    if ($null -eq $user) {
        $account = @{
            Name                 = $name
            SamAccountName       = $name
            UserPrincipalName    = $Credential.UserName
            AccountPassword      = $Credential.Password
            # Nobody would be there to change it: the secret holds it.
            PasswordNeverExpires = $true
            Enabled              = $true
        }
        New-ADUser @here @account
        Write-StepLog -Text ('Made the account {0}.' -f $Credential.UserName)
        return
    }

    # A password first: an account without one cannot be enabled.
    Set-ADAccountPassword @here -Identity $user.DistinguishedName -Reset -NewPassword $Credential.Password
    Set-ADUser @here -Identity $user.DistinguishedName -PasswordNeverExpires $true
    Enable-ADAccount @here -Identity $user.DistinguishedName
    Write-StepLog -Text ('Gave the account {0} the password of its secret.' -f $Credential.UserName)
}
