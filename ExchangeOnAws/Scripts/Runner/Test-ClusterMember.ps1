function Test-ClusterMember {
    <#
    .SYNOPSIS
    Says whether this server is a running member of a cluster: its node is up and not paused.
    .DESCRIPTION
    Maintenance of a member pauses its node. A cluster that does not answer counts as one at work.
    #>
    [CmdletBinding()]
    param()

    # Before a server is a node, the service is missing, disabled or stopped.
    $service = Get-Service -Name 'ClusSvc' -ErrorAction SilentlyContinue
    if ($null -eq $service -or "$($service.Status)" -ne 'Running') { return $false }

    try {
        $name = (Get-ComputerSystem).Name
        $nodes = @(Get-ClusterNode | Where-Object -FilterScript { $_.Name -eq $name })
    }
    catch {
        Write-StepLog -Text ('The cluster does not answer: {0}' -f $_.Exception.Message)
        return $true
    }

    return ($nodes.Count -gt 0 -and "$($nodes[0].State)" -notin 'Paused', 'Down')
}
