<#
.SYNOPSIS
SSM Agent comes up after every restart of Windows, however busy it is, and again whenever it ends.
.DESCRIPTION
Safe to run again: what is right is left alone. Windows gives a service 30 seconds to answer when it starts,
and a server with pending updates or a slow disk can take longer: the agent then stays away, and with it the
step that asked for the restart (amazon-ssm-agent, issue 320). Takes effect with the next start of Windows,
which is the one it is for, so it asks for none.
#>
param()

$service = 'AmazonSSMAgent'
# Milliseconds for all services: learn.microsoft.com/troubleshoot/windows-server/system-management-components/
# service-not-start-events-7000-7011-time-out-error. Applications that wait for a service wait as long.
$values = @(
    @{
        Key    = 'HKLM:\SYSTEM\CurrentControlSet\Control'
        Name   = 'ServicesPipeTimeout'
        Value  = 180000
        OrMore = 1
    }
)
# A minute after each end, and a count that begins anew after a day without one.
$delay = 60000
$resetSeconds = 86400

# Windows starts it again after every end, not only after a crash.
function Test-Recovery {
    $actions = (Invoke-Native -Name 'sc.exe' -ArgumentList 'qfailure', $service) -join "`n"
    $isSet = [regex]::Matches($actions, 'RESTART -- Delay = ' + $delay).Count -eq 3 -and
        $actions -match ('RESET_PERIOD[^:]*: {0}\b' -f $resetSeconds)
    $flag = (Invoke-Native -Name 'sc.exe' -ArgumentList 'qfailureflag', $service) -join "`n"
    return ($isSet -and $flag -match 'NONCRASH_FAILURES[^:]*: TRUE')
}

function Test-Start {
    return ("$((Get-Service -Name $service).StartType)" -eq 'Automatic')
}

function Test-Done {
    return ((Test-RegistryValue -Value $values) -and (Test-Start) -and (Test-Recovery))
}

function Set-Done {
    # Not Set-RegistryValue, which asks for a restart: the agent that is running has come up already.
    foreach ($row in @(Get-WrongRegistryValue -Value $values)) {
        $new = @{ Name = $row.Name; PropertyType = 'DWord'; Value = $row.Value; Force = $true }
        $null = New-ItemProperty -LiteralPath $row.Key @new
        '{0}\{1} is {2}.' -f $row.Key, $row.Name, $row.Value
    }

    if (-not (Test-Start)) { Set-Service -Name $service -StartupType 'Automatic' }
    if (-not (Test-Recovery)) {
        $actions = @('restart/{0}' -f $delay) * 3 -join '/'
        $null = Invoke-Native -Name 'sc.exe' -ArgumentList @(
            'failure', $service, 'reset=', "$resetSeconds", 'actions=', $actions)
        $null = Invoke-Native -Name 'sc.exe' -ArgumentList 'failureflag', $service, '1'
        'Windows starts {0} again a minute after it ends.' -f $service
    }
}
