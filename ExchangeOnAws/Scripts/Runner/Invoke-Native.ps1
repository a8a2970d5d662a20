function Invoke-Native {
    <#
    .SYNOPSIS
    Runs a command of Windows such as nltest.exe and returns its output lines; its exit code is checked.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [ValidatePattern('^[A-Za-z0-9]+\.exe$')] [string] $Name,
        [Parameter()] [string[]] $ArgumentList = @(),
        [Parameter()] [int[]] $AcceptedExitCode = @(0)
    )

    # Windows PowerShell 5.1 makes an error of every line a program writes to stderr;
    # the exit code decides, not that.
    $ErrorActionPreference = 'Continue'
    $global:LASTEXITCODE = -1
    $lines = @(& $Name @ArgumentList 2>&1 | ForEach-Object -Process { "$_" })
    if ($AcceptedExitCode -notcontains $LASTEXITCODE) {
        throw ('{0} {1} returned {2}: {3}' -f
            $Name, ($ArgumentList -join ' '), $LASTEXITCODE, ($lines -join ' ').Trim())
    }

    return $lines
}
