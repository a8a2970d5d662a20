function Get-UnmountedDatabase {
    <#
    .SYNOPSIS
    Returns the names of the databases that have a copy on one of the servers and are mounted on none of them.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string[]] $Servers
    )

    foreach ($database in Get-MailboxDatabase) {
        $name = $database.Name
        # Servers that are gone would be asked for minutes each.
        $own = @($Servers | Where-Object -FilterScript {
                (Get-CopyPreference -Database $database -Server $_) -gt 0 })
        if ($own.Count -eq 0) { continue }
        $mounted = @($own | Where-Object -FilterScript {
                (Get-DatabaseCopy -Identity ('{0}\{1}' -f $name, $_)).Status -eq 'Mounted' })
        if ($mounted.Count -eq 0) { $name }
    }
}
