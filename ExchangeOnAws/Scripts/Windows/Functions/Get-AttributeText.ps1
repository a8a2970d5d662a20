function Get-AttributeText {
    <#
    .SYNOPSIS
    Returns an attribute of an object of the directory as text; '' if the object has none of that name.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [object] $Object,
        [Parameter(Mandatory = $true)] [string] $Name
    )

    $property = $Object.PSObject.Properties[$Name]
    if ($null -eq $property) { return '' }
    return "$($property.Value)"
}
