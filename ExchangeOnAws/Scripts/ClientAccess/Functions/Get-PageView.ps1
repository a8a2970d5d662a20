function Get-PageView {
    <#
    .SYNOPSIS
    Returns what is wrong with the health pages of a host, and the thumbprint of the certificate it presents.
    .DESCRIPTION
    Managed Availability answers 200 on each protocol's page while the protocol is healthy and in service.
    Address is where to connect when that is not where the name leads.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $HostName,
        [Parameter(Mandatory = $true)] [string[]] $Protocols,
        [Parameter()] [string] $Address = ''
    )

    $view = @{ Name = $HostName; Thumbprint = ''; Faults = @() }
    if ($Address -ne '') { $view.Name = $Address }
    foreach ($protocol in $Protocols) {
        $path = '/{0}/healthcheck.htm' -f $protocol
        try { $answer = Get-TlsAnswer -HostName $HostName -Path $path -Address $Address }
        catch {
            # A server that does not answer one question answers none, and each costs a time-out.
            $view.Faults += '{0}: {1}' -f $view.Name, $_.Exception.Message
            break
        }

        $view.Thumbprint = $answer.Thumbprint
        if ($answer.Status -ne 200) {
            $view.Faults += '{0}{1} answers {2}' -f $view.Name, $path, $answer.Status
        }
    }

    return $view
}
