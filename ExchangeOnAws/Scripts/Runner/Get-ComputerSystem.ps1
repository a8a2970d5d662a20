function Get-ComputerSystem {
    <#
    .SYNOPSIS
    Returns what Windows says of this computer: Name, Domain, PartOfDomain, DomainRole.
    .DESCRIPTION
    DomainRole: 2 server in a workgroup, 3 member server, 4 domain controller, 5 PDC emulator.
    See learn.microsoft.com/windows/win32/cimwin32prov/win32-computersystem.
    #>
    [CmdletBinding()]
    param()

    return (Get-CimInstance -ClassName 'Win32_ComputerSystem')
}
