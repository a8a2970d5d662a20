function Get-GroupMemberFault {
    <#
    .SYNOPSIS
    Says which Exchange servers that are not ours are members of an availability group with the planned name.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $DagName,
        [Parameter(Mandatory = $true)] [string[]] $Servers,
        # Objects of the organization's servers, with msExchMDBAvailabilityGroupLink.
        [Parameter(Mandatory = $true)] [AllowEmptyCollection()] [object[]] $Found
    )

    foreach ($server in $Found) {
        $link = Get-AttributeText -Object $server -Name 'msExchMDBAvailabilityGroupLink'
        if ($link -notlike "CN=$DagName,*") { continue }
        if ($Servers -contains $server.Name) { continue }
        '{0} is a member of an availability group named {1} already. Choose another name for the group.' -f
            $server.Name, $DagName
    }
}
