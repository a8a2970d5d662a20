function Invoke-Installer {
    <#
    .SYNOPSIS
    Runs an .exe, .msi or .msu for a bounded time, checks its exit code, and does
    not believe it without evidence.
    .DESCRIPTION
    0 is success, 3010 and 1641 are success that needs a restart. -Evidence looks at the machine and answers
    $true; after a restart, the step's Test-Done does that.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Path,
        [Parameter(Mandatory = $true)] [scriptblock] $Evidence,
        [Parameter(Mandatory = $true)] [string] $Hint,
        [Parameter()] [string[]] $ArgumentList = @(),
        [Parameter()] [ValidateRange(1, 14400)] [int] $TimeoutSeconds = 3600
    )

    $program = $Path
    $arguments = $ArgumentList
    switch ([System.IO.Path]::GetExtension($Path).ToLowerInvariant()) {
        '.exe' { }
        '.msi' {
            $program = 'msiexec.exe'
            $arguments = @('/i', ('"{0}"' -f $Path), '/qn', '/norestart') + $ArgumentList
        }
        '.msu' {
            $program = 'wusa.exe'
            $arguments = @(('"{0}"' -f $Path), '/quiet', '/norestart') + $ArgumentList
        }
        default { throw ('{0} is not an .exe, .msi or .msu. Name the installer itself.' -f $Path) }
    }

    Write-StepLog -Text ('Runs {0} {1}' -f $program, ($arguments -join ' '))
    $start = @{ FilePath = $program; PassThru = $true; WindowStyle = 'Hidden' }
    if ($arguments.Count -gt 0) { $start.ArgumentList = $arguments }
    $process = Start-Process @start
    # Without this, Windows PowerShell 5.1 forgets the exit code of a process it did not wait for.
    $null = $process.Handle
    if (-not $process.WaitForExit($TimeoutSeconds * 1000)) {
        $process.Kill()
        throw ('Waited {0} s for {1}; last answer: it still runs. {2}' -f $TimeoutSeconds, $Path, $Hint)
    }

    $code = $process.ExitCode
    Write-StepLog -Text ('{0} returned {1}.' -f $program, $code)
    if ($code -in 3010, 1641) { Request-Restart -Reason ('{0} returned {1}' -f $Path, $code) }
    if ($code -ne 0) { throw ('{0} returned {1}. {2}' -f $Path, $code, $Hint) }
    if (-not (Test-StepState -Test $Evidence)) {
        throw ('{0} returned 0, but what it installs is not there. {1}' -f $Path, $Hint)
    }
}
