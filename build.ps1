#Requires -Version 5.1
<#
.SYNOPSIS
Plan, test and measure ExchangeOnAws. Needs the .NET 10 SDK; what it needs beside that, NuGet brings.
.DESCRIPTION
.\build.ps1 plan <stack> [--format text|json|html] [--out FILE]   shows what pulumi up would create
.\build.ps1 plan diff <old.json> <new.json>                       what a change would do; or <stack> <revision>
.\build.ps1 test                                                  format check, build, all tests
.\build.ps1 bench                                                 time and memory of the plan command
.\build.ps1 rehearse <stack>                                      apply the plan to a simulated AWS
.\build.ps1 rehearse <old> <new>                                  and what a change does; stacks or plans
#>
param(
    [Parameter(Position = 0)] [string] $Command = '',
    [Parameter(Position = 1, ValueFromRemainingArguments = $true)] [string[]] $Arguments = @()
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'

$root = $PSScriptRoot
$state = Join-Path -Path $root -ChildPath 'obj'
$choice = Join-Path -Path $state -ChildPath 'PulumiSdk.props'
$stamp = Join-Path -Path $state -ChildPath 'built'
$program = Join-Path -Path $state -ChildPath 'plan/ExchangeOnAws.dll'
$project = Join-Path -Path $root -ChildPath 'ExchangeOnAws/ExchangeOnAws.csproj'

# Runs dotnet with its output in a log; returns whether it succeeded.
function Invoke-Quietly([string] $Log, [string[]] $DotnetArguments) {
    Push-Location -Path $root
    # Windows PowerShell 5.1 makes an error record of every line on stderr; only the exit code decides.
    $ErrorActionPreference = 'Continue'
    try {
        & dotnet @DotnetArguments > $Log 2>&1
        return $LASTEXITCODE -eq 0
    }
    finally {
        Pop-Location
    }
}

# Runs dotnet in sight of the user and ends with its exit code when that is not 0.
function Invoke-Openly([string[]] $DotnetArguments) {
    & dotnet @DotnetArguments
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

function Stop-WithLog([string] $Log) {
    $lines = @(Select-String -Path $Log -Pattern ' (error|warning) ' | ForEach-Object { $_.Line } | Sort-Object -Unique)
    if ($lines.Count -eq 0) { $lines = @(Get-Content -Path $Log) }
    $lines | ForEach-Object { [Console]::Error.WriteLine($_) }
    exit 1
}

function Assert-Dotnet {
    $found = [bool](Get-Command -Name 'dotnet' -ErrorAction SilentlyContinue)
    if ($found) {
        Push-Location -Path $root
        $ErrorActionPreference = 'Continue'
        & dotnet --version > $null 2>&1
        $found = $LASTEXITCODE -eq 0
        Pop-Location
    }

    if (-not $found) {
        [Console]::Error.WriteLine('The .NET 10 SDK is not installed. Get it from ' +
            'https://dotnet.microsoft.com/download/dotnet/10.0 and run this again.')
        exit 2
    }
}

# The Pulumi packages where the feed has them, else the bindings in sdks/. The answer is kept in obj/ and also rules
# dotnet build and dotnet test; set PulumiSdk=packages or PulumiSdk=sdks in the environment to overrule it.
function Select-Sdk {
    $log = Join-Path -Path $state -ChildPath 'restore.log'
    $sdk = $env:PulumiSdk
    New-Item -Path $state -ItemType Directory -Force | Out-Null
    $asked = if ($sdk) { $sdk } else { '*' }
    if ((Test-Path -Path $choice) -and (Test-Path -Path (Join-Path -Path $state -ChildPath "restored-$asked"))) {
        return
    }

    Remove-Item -Path (Join-Path -Path $state -ChildPath 'restored-*'), $stamp -ErrorAction SilentlyContinue

    if ($sdk -ne 'sdks' -and (Invoke-Quietly $log @('restore', $project, '-p:PulumiSdk=packages'))) {
        $sdk = 'packages'
        New-Item -Path (Join-Path -Path $state -ChildPath 'restored-packages') -ItemType File -Force | Out-Null
    }
    elseif ($sdk -eq 'packages') {
        Stop-WithLog $log
    }
    else {
        Use-Bindings $log ([bool]$sdk)
        $sdk = 'sdks'
    }

    $condition = "'`$(PulumiSdk)' == ''"
    Set-Content -Path $choice -Encoding UTF8 -Value @(
        '<Project>', '  <PropertyGroup>', "    <PulumiSdk Condition=`"$condition`">$sdk</PulumiSdk>",
        '  </PropertyGroup>', '</Project>')
}

# A feed that does not answer may have them: that is not remembered, so that the next run asks again.
function Use-Bindings([string] $Log, [bool] $IsAsked) {
    $isFinal = $IsAsked -or (Select-String -Path $Log -Pattern 'NU110[123].*Pulumi' -Quiet)
    $reason = if ($isFinal) { 'The package feed lacks the Pulumi packages' } else { 'The package feed does not answer' }
    if (-not (Invoke-Quietly $Log @('restore', $project, '-p:PulumiSdk=sdks'))) { Stop-WithLog $Log }
    if (-not $IsAsked) {
        [Console]::Error.WriteLine("${reason}: building against sdks/, which can plan and test but not deploy.")
    }

    if ($isFinal) {
        New-Item -Path (Join-Path -Path $state -ChildPath 'restored-sdks') -ItemType File -Force | Out-Null
    }
}

# A build that finds nothing to do takes longer than the plan itself, so it is skipped when no source is newer.
function Test-Built {
    if (-not (Test-Path -Path $stamp) -or -not (Test-Path -Path $program)) { return $false }
    $built = (Get-Item -Path $stamp).LastWriteTimeUtc
    $folders = @('ExchangeOnAws', 'sdks') | ForEach-Object { Join-Path -Path $root -ChildPath $_ }
    $newer = Get-ChildItem -Path $folders -Recurse |
        Where-Object { $_.FullName -notmatch '[\\/](bin|obj|node_modules)([\\/]|$)' -and $_.LastWriteTimeUtc -gt $built }
    $newer = @($newer) + @(Get-ChildItem -Path $root -File | Where-Object {
            $_.Name -match '\.props$|^global\.json$' -and $_.LastWriteTimeUtc -gt $built })
    return @($newer | Where-Object { $_ }).Count -eq 0
}

# Compiled ahead of time the plan takes two thirds of the time; a feed without the compiler gives the slower one.
function Build-Program {
    if (Test-Built) { return }
    $log = Join-Path -Path $state -ChildPath 'build.log'
    $publish = @('publish', $project, '--self-contained', 'false', '-o', (Join-Path -Path $state -ChildPath 'plan'))
    if (-not (Invoke-Quietly $log ($publish + @('--use-current-runtime', '-p:PublishReadyToRun=true')))) {
        $lacksCompiler = Select-String -Path $log -Pattern 'error NU1' -Quiet
        if (-not $lacksCompiler -or -not (Invoke-Quietly $log $publish)) { Stop-WithLog $log }
    }

    New-Item -Path $stamp -ItemType File -Force | Out-Null
}

# Windows calls it python; what else is missing, the rehearsal says itself.
function Find-Python {
    foreach ($name in 'python3', 'python') {
        if (-not (Get-Command -Name $name -ErrorAction SilentlyContinue)) { continue }
        $ErrorActionPreference = 'Continue'
        & $name -c 'import sys; sys.exit(sys.version_info < (3, 10))' > $null 2>&1
        if ($LASTEXITCODE -eq 0) { return $name }
    }

    [Console]::Error.WriteLine('The rehearsal needs Python 3.10 or later. Get it from ' +
        'https://www.python.org/downloads and run: python -m pip install -r rehearsal/requirements.txt')
    exit 2
}

switch ($Command) {
    { $_ -in 'plan', 'bench' } {
        Assert-Dotnet
        Select-Sdk
        Build-Program
        & dotnet $program $Command @Arguments
        exit $LASTEXITCODE
    }
    'rehearse' {
        Assert-Dotnet
        & (Find-Python) (Join-Path -Path $root -ChildPath 'rehearsal') @Arguments
        exit $LASTEXITCODE
    }
    'test' {
        Assert-Dotnet
        Select-Sdk
        Set-Location -Path $root
        Invoke-Openly @('build', 'ExchangeOnAws.slnx')
        Invoke-Openly @('format', 'whitespace', 'ExchangeOnAws.slnx', '--no-restore', '--verify-no-changes')
        Invoke-Openly @('test', 'ExchangeOnAws.slnx', '--no-build')
    }
    default {
        (Get-Help -Name $PSCommandPath).Description | ForEach-Object { [Console]::Error.WriteLine($_.Text) }
        exit 2
    }
}
