function Get-MountedDatabase {
    <#
    .SYNOPSIS
    Returns the databases that are mounted on a server: how many copies each has, which servers can take it,
    by preference, and what is wrong with the copies of the others.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Server
    )

    foreach ($database in Get-MailboxDatabase) {
        if ((Get-CopyPreference -Database $database -Server $Server) -eq 0) { continue }
        $copies = @(Get-DatabaseCopy -Identity $database.Name)
        $own = $copies | Where-Object -FilterScript { $_.Server -eq $Server }
        # Mounting too: it will be. What somebody dismounted stays dismounted.
        if ($null -eq $own -or $own.Status -notlike 'Mount*') { continue }

        $faults = @()
        $able = @(foreach ($copy in $copies | Where-Object -FilterScript { $_.Server -ne $Server }) {
                $found = @(Get-CopyFault -Copy $copy -Expected 'Healthy')
                $faults += $found
                if ($found.Count -gt 0) { continue }
                $preference = Get-CopyPreference -Database $database -Server $copy.Server
                [pscustomobject] @{ Server = $copy.Server; Preference = $preference }
            })
        [pscustomobject] @{
            Name    = $database.Name
            Copies  = @($database.ActivationPreference).Count
            Targets = @($able | Sort-Object -Property 'Preference' | ForEach-Object -Process { $_.Server })
            Faults  = $faults
        }
    }
}
