function Test-CreateRight {
    <#
    .SYNOPSIS
    Says whether an access list lets one of some SIDs make computer objects right below its object.
    .DESCRIPTION
    A refusal wins, wherever it stands. Names in the list are those of
    learn.microsoft.com/windows/win32/secauthz/sid-strings.
    #>
    [CmdletBinding()]
    param(
        # The list in Microsoft's text form: O:DAG:DAD:(OA;;CCDC;bf967a86-...;;S-1-5-21-...).
        [Parameter(Mandatory = $true)] [string] $Sddl,
        [Parameter(Mandatory = $true)] [string[]] $Identities
    )

    $names = @{
        AU = '^S-1-5-11$'; WD = '^S-1-1-0$'; BA = '^S-1-5-32-544$'; AO = '^S-1-5-32-548$'
        DA = '^S-1-5-21-.+-512$'; EA = '^S-1-5-21-.+-519$'; DU = '^S-1-5-21-.+-513$'
    }
    $computer = 'bf967a86-0de6-11d0-a285-00aa003049e2'
    $granted = $false
    foreach ($entry in [regex]::Matches($Sddl, '\((O?[AD]);([A-Z]*);([^;]*);([^;]*);[^;]*;([^;)]+)')) {
        $kind, $flags, $rights, $class, $who = @($entry.Groups | ForEach-Object -Process { $_.Value })[1..5]
        if ($flags -match '^(..)*IO' -or $class -notin '', $computer) { continue }
        # Create child, generic all; rights without letters are a number, whose lowest bit is create child.
        if ($rights -match '^0x') { $creates = ([convert]::ToInt64($rights, 16) -band 0x10000001) -ne 0 }
        else { $creates = $rights -match '^(..)*(CC|GA)' }
        $pattern = '^{0}$' -f [regex]::Escape($who)
        if ($names.ContainsKey($who)) { $pattern = $names[$who] }
        if (-not $creates -or @($Identities -match $pattern).Count -eq 0) { continue }
        if ($kind -like '*D') { return $false }
        $granted = $true
    }

    return $granted
}
