function Invoke-AsDomainAccount {
    <#
    .SYNOPSIS
    Runs a program as a domain account through a scheduled task, and returns its ExitCode and Output.
    .DESCRIPTION
    A task has a full logon of its own, so the program can reach other servers. The account needs the
    right to log on as a batch job and to write to the work folder; members of Administrators have
    both. The password goes to the Task Scheduler only; the task is removed whatever happens. A task
    left by an interrupted run is replaced.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9-]+$')] [string] $Name,
        [Parameter(Mandatory = $true)] [pscredential] $Credential,
        [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z]:\\[^"%]+$')] [string] $Path,
        # cmd.exe would expand a percent sign even inside quotes.
        [Parameter()] [ValidatePattern('^[^%\r\n]*$')] [string] $Arguments = '',
        [Parameter(Mandatory = $true)] [ValidateRange(60, 14400)] [int] $TimeoutSeconds,
        [Parameter(Mandatory = $true)] [string] $Hint
    )

    $folder = '{0}\{1}' -f (Get-StepPath -Kind 'Work'), $Name
    New-PrivateFolder -Path $folder
    $output = '{0}\output.txt' -f $folder
    if (Test-Path -LiteralPath $output) { Remove-Item -LiteralPath $output -Force }

    $task = @{ TaskName = ('ExchangeOnAws-{0}' -f $Name); TaskPath = '\' }
    try {
        Register-DomainTask @task -Credential $Credential -Argument (
            '/d /c ""{0}" {1} > "{2}" 2>&1"' -f $Path, $Arguments, $output) -TimeoutSeconds $TimeoutSeconds
        Write-StepLog -Text ('Runs {0} {1} as {2}.' -f $Path, $Arguments, $Credential.UserName)
        Start-ScheduledTask @task
        $code = Wait-DomainTask @task -What $Path -TimeoutSeconds $TimeoutSeconds -Hint $Hint
    }
    finally {
        Remove-DomainTask @task
    }

    $lines = @()
    if (Test-Path -LiteralPath $output) { $lines = @(Get-Content -LiteralPath $output) }
    Write-StepLog -Text ('{0} returned {1}.' -f $Path, $code)
    return (New-Object -TypeName 'PSObject' -Property @{ ExitCode = $code; Output = $lines })
}
