function Wait-DomainLocator {
    <#
    .SYNOPSIS
    Waits until the domain controller locator of Windows finds a domain controller of the domain.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $DomainName,
        [Parameter()] [int] $TimeoutSeconds = 1800
    )

    $wait = @{
        What           = 'a domain controller of {0}' -f $DomainName
        TimeoutSeconds = $TimeoutSeconds
        Hint           = "Check this server's DNS addresses " +
            'and the security groups up to the domain controllers.'
    }
    Wait-Until @wait -Condition {
        $null = Invoke-Native -Name 'nltest.exe' -ArgumentList ('/dsgetdc:{0}' -f $DomainName), '/force'
        return $true
    }
}
