function Wait-Directory {
    <#
    .SYNOPSIS
    Waits until this domain controller answers the directory cmdlets, which takes minutes after a restart.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $DomainName
    )

    $wait = @{
        What           = 'the directory of {0} on this server' -f $DomainName
        TimeoutSeconds = 1800
        Hint           = 'See the event logs Directory Service and Active Directory Web Services.'
    }
    Wait-Until @wait -Condition {
        $root = (Get-ADDomain -Server 'localhost').DNSRoot
        if ($root -eq $DomainName) { return $true }
        return ('the directory of {0} answers' -f $root)
    }
}
