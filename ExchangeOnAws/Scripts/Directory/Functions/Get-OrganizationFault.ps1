function Get-OrganizationFault {
    <#
    .SYNOPSIS
    Says why an Exchange organization cannot take new servers: another name than planned, or
    servers of a version that setup does not tolerate.
    #>
    [CmdletBinding()]
    param(
        # What the organization is named; '' is that there is none.
        [Parameter(Mandatory = $true)] [AllowEmptyString()] [string] $Name,
        [Parameter(Mandatory = $true)] [string] $Wanted,
        # Objects of the servers, with serialNumber.
        [Parameter(Mandatory = $true)] [AllowEmptyCollection()] [object[]] $Servers
    )

    if ($Name -notin '', $Wanted) {
        ('the Exchange organization is named {0}, not {1}; an organization is joined, never renamed or ' +
            'made again. Set mailbox.organizationName to {0}.') -f $Name, $Wanted
    }

    # 15.0 is Exchange 2013; 2019 CU15 and Subscription Edition refuse it and all before
    # (Exchange team, "Released: 2025 H1 Cumulative Update for Exchange Server").
    foreach ($server in $Servers) {
        $version = Get-AttributeText -Object $server -Name 'serialNumber'
        if ($version -notmatch '^Version (\d+\.\d+) ') { continue }
        if ([version] $Matches[1] -le [version] '15.0') {
            ('Exchange server {0} is {1}, Exchange 2013 or older, beside which setup refuses to ' +
                'install. Uninstall it first.') -f $server.Name, $version
        }
    }
}
