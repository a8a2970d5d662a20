function Get-WitnessOutage {
    <#
    .SYNOPSIS
    Says which members of an availability group are not in service, when this server is its witness. Returns
    nothing on a server that is none.
    .DESCRIPTION
    The witness may not ask the cluster, so it asks for the page by which load balancers go too: a member in
    maintenance does not answer it with 200.
    #>
    [CmdletBinding()]
    param(
        # Full names.
        [Parameter(Mandatory = $true)] [AllowEmptyCollection()] [string[]] $Members
    )

    # Where this deployment has it, and where Exchange puts the share by itself.
    $shares = @(Get-SmbShare | Where-Object -FilterScript {
            "$($_.Path)" -like '?:\DagWitness\*' -or "$($_.Path)" -like '?:\DAGFileShareWitnesses\*' })
    if ($shares.Count -eq 0) { return }
    if ($Members.Count -eq 0) {
        return ('it holds the witness share {0} and is not told whose. Name the members: Members' -f
            $shares[0].Name)
    }

    foreach ($member in $Members) {
        try { $status = (Get-TlsAnswer -HostName $member -Path '/owa/healthcheck.htm').Status }
        catch { $status = $_.Exception.Message }
        if ($status -ne 200) { '{0} is not in service: {1}' -f $member, $status }
    }
}
