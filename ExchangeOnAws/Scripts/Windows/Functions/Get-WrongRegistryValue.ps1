function Get-WrongRegistryValue {
    <#
    .SYNOPSIS
    Returns those of the DWORD values that the registry does not have.
    .DESCRIPTION
    A value is a table with Key (HKLM:\...), Name and Value; with OrMore, a greater value is right too.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [hashtable[]] $Value
    )

    foreach ($row in $Value) {
        $found = Get-ItemProperty -LiteralPath $row.Key -Name $row.Name -ErrorAction SilentlyContinue
        # A text of the same digits is not what Windows reads.
        $data = $null
        if ($null -ne $found -and $found.($row.Name) -is [int]) { $data = $found.($row.Name) }
        $isRight = $null -ne $data -and
            ($data -eq $row.Value -or ($row.ContainsKey('OrMore') -and $data -gt $row.Value))
        if (-not $isRight) { $row }
    }
}
