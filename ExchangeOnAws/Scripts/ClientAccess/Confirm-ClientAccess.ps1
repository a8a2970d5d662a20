<#
.SYNOPSIS
Clients reach Exchange by name: members, certificates, DNS and load balancer agree; a parameter says so.
.DESCRIPTION
Safe to run again: it looks, waits for what is not there yet, and writes the result.
#>
param(
    [Parameter(Mandatory = $true)] [string] $Namespace,
    [Parameter(Mandatory = $true)] [string] $AutodiscoverName,
    [Parameter(Mandatory = $true)] [string[]] $Members,
    [Parameter(Mandatory = $true)] [string] $DomainName,
    # The DNS names of the load balancers.
    [Parameter(Mandatory = $true)] [string] $LoadBalancer,
    [Parameter()] [string] $ApplicationLoadBalancer = '',
    # One certificate was given for all members.
    [Parameter()] [bool] $Certificate = $false,
    # The names inside the domain are made by this deployment, not by the owner of an existing domain.
    [Parameter()] [bool] $OwnRecords = $true,
    # The name of the Parameter Store parameter that gets the result.
    [Parameter(Mandatory = $true)] [string] $ResultParameter
)

$protocols = 'owa', 'ecp', 'ews', 'mapi', 'oab', 'autodiscover', 'Microsoft-Server-ActiveSync', 'rpc'
# The VPC's own, which knows nothing of the records inside the domain.
$resolver = '169.254.169.253'

# Extended Protection binds a logon to the certificate that the client sees, so it has to be the same one.
function Get-ThumbprintFault {
    param([Parameter(Mandatory = $true)] [hashtable[]] $Views)
    $shown = @($Views | Where-Object -FilterScript { $_.Thumbprint -ne '' })
    $distinct = @($shown | ForEach-Object -Process { $_.Thumbprint } | Sort-Object -Unique)
    if ($distinct.Count -gt 1) {
        $parts = @($shown | ForEach-Object -Process { '{0} presents {1}' -f $_.Name, $_.Thumbprint })
        'the certificates differ: {0}' -f ($parts -join ', ')
    }
}

function Get-NameFault {
    # A name that was asked for too early is remembered as missing.
    Clear-DnsClientCache
    $expected = @(Get-HostAddress -Name $LoadBalancer -Server $resolver)
    if ($expected.Count -eq 0) { return ('{0} has no address' -f $LoadBalancer) }
    foreach ($name in $Namespace, $AutodiscoverName) {
        $addresses = @(Get-HostAddress -Name $name)
        $right = @($addresses | Where-Object -FilterScript { $expected -contains $_ })
        if ($addresses.Count -eq 0) { '{0} has no address inside the domain' -f $name }
        # The load balancer hides the address of a zone without a healthy member.
        elseif ($right.Count -eq 0) {
            '{0} leads to {1}, and {2} to {3}' -f
                $name, ($addresses -join ', '), $LoadBalancer, ($expected -join ', ')
        }
    }
}

# All faults, and the thumbprint when one is for all.
function Get-View {
    $views = @(foreach ($member in $Members) {
            Get-PageView -HostName ('{0}.{1}' -f $member, $DomainName) -Protocols $protocols
        })
    if ($ApplicationLoadBalancer -ne '') {
        $views += Get-PageView -HostName $Namespace -Protocols 'owa' -Address $ApplicationLoadBalancer
    }

    # Without a given certificate every member has its own, and the plan has warned of that.
    $isOne = $Certificate
    $faults = @($views | ForEach-Object -Process { $_.Faults })
    if ($isOne) { $faults += @(Get-ThumbprintFault -Views $views) }
    if ($OwnRecords) {
        $faults += @(Get-NameFault)
        $faults += @((Get-PageView -HostName $Namespace -Protocols 'owa').Faults)
        $faults += @((Get-PageView -HostName $AutodiscoverName -Protocols 'autodiscover').Faults)
    }
    else {
        # The names may come later: what the load balancer passes on is looked at without them.
        $faults += @((Get-PageView -HostName $Namespace -Protocols 'owa' -Address $LoadBalancer).Faults)
    }

    $facts = [ordered] @{
        namespace               = $Namespace
        autodiscover            = $AutodiscoverName
        members                 = $Members
        loadBalancer            = $LoadBalancer
        applicationLoadBalancer = $ApplicationLoadBalancer
        certificate             = ''
    }
    if ($isOne) { $facts.certificate = $views[0].Thumbprint }
    return @{ Facts = $facts; Faults = @($faults | Where-Object -FilterScript { "$_" -ne '' }) }
}

function Test-Done {
    $view = Get-View
    if ($view.Faults.Count -gt 0) { return $false }
    return (Test-VerificationResult -ParameterName $ResultParameter -Facts $view.Facts)
}

function Set-Done {
    # A look at 16 silent members takes five minutes by itself, and there are eleven looks.
    $wait = @{
        What           = 'the health of {0}' -f $Namespace
        TimeoutSeconds = 600
        Hint           = 'See the targets of the load balancers and Get-ServerHealth on the servers named.'
    }
    $last = @{ View = $null }
    $failure = $null
    try {
        Wait-Until @wait -IntervalSeconds 60 -Condition {
            $last.View = Get-View
            if ($last.View.Faults.Count -eq 0) { return $true }
            return ($last.View.Faults -join '; ')
        }
    }
    catch { $failure = $_ }

    if ($null -ne $last.View) {
        $facts = $last.View.Facts
        Write-VerificationResult -ParameterName $ResultParameter -Facts $facts -Faults $last.View.Faults
    }

    if ($null -ne $failure) { throw $failure }
    'Wrote the result to {0}.' -f $ResultParameter
}
