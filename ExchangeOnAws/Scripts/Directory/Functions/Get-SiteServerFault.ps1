function Get-SiteServerFault {
    <#
    .SYNOPSIS
    Says which Mailbox servers that are not ours are in the site that ours and the Edge Transport servers get.
    .DESCRIPTION
    A subscription is for all Mailbox servers of a site: learn.microsoft.com/exchange, edge-subscriptions.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $SiteName,
        [Parameter(Mandatory = $true)] [string[]] $Servers,
        # Objects of the organization's servers, with msExchServerSite and msExchCurrentServerRoles.
        [Parameter(Mandatory = $true)] [AllowEmptyCollection()] [object[]] $Found
    )

    $names = @(foreach ($server in $Found) {
            $site = Get-AttributeText -Object $server -Name 'msExchServerSite'
            if ($site -notlike "CN=$SiteName,CN=Sites,*" -or $Servers -contains $server.Name) { continue }
            # Edge Transport servers (64) are of their subscription's site.
            $roles = [int] (Get-AttributeText -Object $server -Name 'msExchCurrentServerRoles')
            if (($roles -band 64) -eq 0) { $server.Name }
        })
    if ($names.Count -eq 0) { return }
    ('site {0} has Exchange servers that are not of this deployment: {1}. The Edge servers would be ' +
        'subscribed for them too and do not reach them, so mail would queue. Set directory.siteName to a ' +
        'site of its own, or edge.servers: 0.') -f $SiteName, ($names -join ', ')
}
