function Get-ControllerOutage {
    <#
    .SYNOPSIS
    Says why a domain cannot do without this domain controller now: none of the others answers. Returns
    nothing when one does, or when there never was another.
    #>
    [CmdletBinding()]
    param()

    $name = (Get-ComputerSystem).Name
    $others = @(Get-ADDomainController -Server 'localhost' -Filter '*' |
            Where-Object -FilterScript { $_.Name -ne $name } |
            ForEach-Object -Process { "$($_.HostName)" })
    if ($others.Count -eq 0) {
        Write-StepLog -Text ('{0} is the only domain controller: nothing can take its place.' -f $name)
        return
    }

    foreach ($other in $others) {
        try {
            $null = Get-ADRootDSE -Server $other
            return
        }
        catch { Write-StepLog -Text ('{0} does not answer: {1}' -f $other, $_.Exception.Message) }
    }

    return ('none of the other domain controllers answers: {0}' -f ($others -join ', '))
}
