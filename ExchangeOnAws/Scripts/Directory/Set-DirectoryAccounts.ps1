<#
.SYNOPSIS
The directory has the organizational unit of the servers and the accounts of the
deployment, each with its rights.
.DESCRIPTION
Safe to run again: what exists is kept. An account whose password is not the one of its secret gets that.
#>
param(
    [Parameter(Mandatory = $true)] [string] $DomainName,
    [Parameter(Mandatory = $true)] [ValidatePattern('^OU=.+,DC=')] [string] $OrganizationalUnit,
    [Parameter(Mandatory = $true)] [ValidateLength(1, 20)] [string] $AdministratorName,
    [Parameter(Mandatory = $true)] [string] $AdministratorSecretArn,
    [Parameter(Mandatory = $true)] [string] $JoinSecretArn,
    [Parameter(Mandatory = $true)] [string] $SetupSecretArn,
    [Parameter()] [string] $GatewayUsersGroup = ''
)

$here = @{ Server = 'localhost' }

function Get-AccountCredential {
    # UPNs: the account's name and the domain's.
    $join = Get-SecretText -SecretArn $JoinSecretArn -Key 'username'
    $setup = Get-SecretText -SecretArn $SetupSecretArn -Key 'username'
    $user = '{0}@{1}' -f $AdministratorName, $DomainName
    Get-SecretCredential -SecretArn $AdministratorSecretArn -UserName $user
    Get-SecretCredential -SecretArn $JoinSecretArn -UserName ('{0}@{1}' -f $join, $DomainName)
    Get-SecretCredential -SecretArn $SetupSecretArn -UserName ('{0}@{1}' -f $setup, $DomainName)
}

function Get-MissingUnit {
    # From the domain downwards, every unit of the path that is not there or not protected.
    $parts = $OrganizationalUnit -split '(?<!\\),'
    for ($index = $parts.Count - 1; $index -ge 0; $index--) {
        if ($parts[$index] -notlike 'OU=*') { continue }
        $path = $parts[$index..($parts.Count - 1)] -join ','
        $filter = "DistinguishedName -eq '{0}'" -f $path.Replace("'", "''")
        $unit = Get-ADOrganizationalUnit @here -Filter $filter -Properties 'ProtectedFromAccidentalDeletion'
        if ($null -ne $unit -and $unit.ProtectedFromAccidentalDeletion) { continue }
        @{ Path = $path; Name = $parts[$index].Substring(3); IsThere = ($null -ne $unit) }
    }
}

function Test-Administrator {
    # By its number: the group's name differs between languages of Windows.
    $group = '{0}-512' -f (Get-ADDomain @here).DomainSID
    $members = @(Get-ADGroupMember @here -Identity $group | ForEach-Object -Process { $_.SamAccountName })
    return ($members -contains $AdministratorName)
}

function Test-Group {
    return ($GatewayUsersGroup -eq '' -or
        $null -ne (Get-ADGroup @here -Filter "SamAccountName -eq '$GatewayUsersGroup'"))
}

function Test-Done {
    # Right after a restart, "no answer" must not look like "no account".
    Wait-Directory -DomainName $DomainName
    if (@(Get-MissingUnit).Count -gt 0 -or -not (Test-Group)) { return $false }
    foreach ($credential in @(Get-AccountCredential)) {
        if (-not (Test-DomainAccount -Credential $credential)) { return $false }
    }

    $join = Get-SecretText -SecretArn $JoinSecretArn -Key 'username'
    return ((Test-Administrator) -and
        (Test-JoinRight -OrganizationalUnit $OrganizationalUnit -AccountName $join))
}

function Set-Done {
    foreach ($unit in @(Get-MissingUnit)) {
        if ($unit.IsThere) {
            Set-ADOrganizationalUnit @here -Identity $unit.Path -ProtectedFromAccidentalDeletion $true
        }
        else {
            $parent = $unit.Path.Substring($unit.Name.Length + 4)
            $new = @{ Name = $unit.Name; Path = $parent; ProtectedFromAccidentalDeletion = $true }
            New-ADOrganizationalUnit @here @new
        }

        'Unit {0} is there and protected from deletion.' -f $unit.Path
    }

    foreach ($credential in @(Get-AccountCredential)) { Set-DomainAccount -Credential $credential }
    if (-not (Test-Administrator)) {
        $group = '{0}-512' -f (Get-ADDomain @here).DomainSID
        Add-ADGroupMember @here -Identity $group -Members $AdministratorName
    }

    $join = Get-SecretText -SecretArn $JoinSecretArn -Key 'username'
    Set-JoinRight -OrganizationalUnit $OrganizationalUnit -AccountName $join
    if (-not (Test-Group)) {
        $group = @{ Name = $GatewayUsersGroup; SamAccountName = $GatewayUsersGroup; GroupScope = 'Global' }
        New-ADGroup @here @group -GroupCategory 'Security' -Description 'May log on through the RD Gateway.'
    }
}
