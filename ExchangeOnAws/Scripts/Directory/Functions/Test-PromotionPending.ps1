function Test-PromotionPending {
    <#
    .SYNOPSIS
    Says whether this server was promoted to a domain controller and waits for the restart that makes it one.
    #>
    [CmdletBinding()]
    param()

    $key = 'HKLM:\SYSTEM\CurrentControlSet\Control\ProductOptions'
    $options = Get-ItemProperty -LiteralPath $key -Name 'ProductType'
    $service = Get-Service -Name 'NTDS' -ErrorAction SilentlyContinue
    # LanmanNT: domain controller. The promotion writes it as one of its last acts.
    return ($options.ProductType -eq 'LanmanNT' -and
        ($null -eq $service -or "$($service.Status)" -ne 'Running'))
}
