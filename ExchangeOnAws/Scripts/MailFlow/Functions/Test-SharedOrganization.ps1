function Test-SharedOrganization {
    <#
    .SYNOPSIS
    Says whether the organisation has Exchange servers that are not of this deployment.
    .DESCRIPTION
    A domain that was there before need not have had Exchange. Then nobody else decides for the organisation.
    #>
    [CmdletBinding()]
    param(
        # Mailbox and Edge Transport servers, with or without their domain.
        [Parameter(Mandatory = $true)] [AllowEmptyCollection()] [string[]] $Own
    )

    $labels = @($Own | ForEach-Object -Process { $_.Split('.')[0] })
    $others = @(Get-ExchangeServer | Where-Object -FilterScript {
            $labels -notcontains "$($_.Name)".Split('.')[0] })
    return ($others.Count -gt 0)
}
