function Register-DomainTask {
    <#
    .SYNOPSIS
    Registers the task of Invoke-AsDomainAccount. The one place where a password leaves its secure string.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $TaskName,
        [Parameter(Mandatory = $true)] [string] $TaskPath,
        [Parameter(Mandatory = $true)] [pscredential] $Credential,
        [Parameter(Mandatory = $true)] [string] $Argument,
        [Parameter(Mandatory = $true)] [int] $TimeoutSeconds
    )

    # Priority 4: the default 7 gives a task the disk last. The scheduler ends it a
    # minute after the wait has given up.
    $limit = [timespan]::FromSeconds($TimeoutSeconds + 60)
    $options = @{ ExecutionTimeLimit = $limit; Priority = 4; MultipleInstances = 'IgnoreNew' }
    $settings = New-ScheduledTaskSettingsSet @options
    $definition = @{
        TaskName = $TaskName
        TaskPath = $TaskPath
        Action   = New-ScheduledTaskAction -Execute 'cmd.exe' -Argument $Argument
        Settings = $settings
        User     = $Credential.UserName
        Password = $Credential.GetNetworkCredential().Password
        RunLevel = 'Highest'
        Force    = $true
    }
    $null = Register-ScheduledTask @definition
}
