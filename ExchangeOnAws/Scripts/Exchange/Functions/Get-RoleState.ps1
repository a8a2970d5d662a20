function Get-RoleState {
    <#
    .SYNOPSIS
    Returns what Exchange's setup has written of each role: Role, UnpackedVersion,
    ConfiguredVersion, Action, Watermark; an empty text for what is not there.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string[]] $Role
    )

    foreach ($name in $Role) {
        $state = @{ Role = $name; UnpackedVersion = ''; ConfiguredVersion = ''; Action = ''; Watermark = '' }
        $key = 'HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\{0}' -f $name
        $values = Get-ItemProperty -LiteralPath $key -ErrorAction SilentlyContinue
        if ($null -ne $values) {
            foreach ($property in 'UnpackedVersion', 'ConfiguredVersion', 'Action', 'Watermark') {
                $value = $values.PSObject.Properties[$property]
                if ($null -ne $value) { $state[$property] = "$($value.Value)" }
            }
        }

        New-Object -TypeName 'PSObject' -Property $state
    }
}
