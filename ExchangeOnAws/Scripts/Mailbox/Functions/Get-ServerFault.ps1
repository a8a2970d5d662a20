function Get-ServerFault {
    <#
    .SYNOPSIS
    Says which of Exchange's own tests some servers fail: required services, replication.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string[]] $Name
    )

    foreach ($server in $Name) {
        foreach ($role in Test-ServiceHealth -Server $server) {
            if (-not $role.RequiredServicesRunning) {
                '{0}: {1} do not run ({2})' -f $server, ($role.ServicesNotRunning -join ', '), $role.Role
            }
        }

        foreach ($check in Test-ReplicationHealth -Identity $server) {
            if ("$($check.Result)" -notlike '*Passed*') {
                '{0}: {1} is {2} {3}' -f $server, $check.Check, $check.Result, $check.Error
            }
        }
    }
}
