<#
.SYNOPSIS
The computer has its name.
.DESCRIPTION
Safe to run again: a rename that waits for its restart is not repeated.
#>
param(
    # NetBIOS allows 15 characters.
    [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9-]{0,14}$')] [string] $ComputerName
)

# What the name will be after the next restart.
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\ComputerName\ComputerName'

function Test-Done {
    return ((Get-ComputerSystem).Name -eq $ComputerName)
}

function Set-Done {
    $computer = Get-ComputerSystem
    if ($computer.PartOfDomain) {
        throw (('{0} is a member of {1}; its name belongs to the domain by now. ' +
                'Name servers {2} before they join.') -f
            $computer.Name, $computer.Domain, $ComputerName)
    }

    # Microsoft does not support another name for an installed server; members are kept from it above.
    if ((Get-RoleState -Role 'EdgeTransportRole').UnpackedVersion -ne '') {
        throw (('{0} has the Edge Transport role of Exchange, which keeps the name that it was installed ' +
                'under. Name the server {0} again, or make a new one for {1}.') -f
            $computer.Name, $ComputerName)
    }

    if ((Get-ItemProperty -LiteralPath $key -Name 'ComputerName').ComputerName -ne $ComputerName) {
        $null = Rename-Computer -NewName $ComputerName -Force
    }

    Request-Restart -Reason ('computer name {0}' -f $ComputerName)
}
