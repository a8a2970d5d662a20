<#
.SYNOPSIS
One package that Exchange needs is installed, at least in the version that it needs.
.DESCRIPTION
Safe to run again: a package that its registry key shows is not installed again. Whatever is run has the
expected signer first, and the expected SHA-256 where one is given.
#>
param(
    # With a DetectionKey that ends in \*: how the DisplayName of the right subkey begins.
    [Parameter(Mandatory = $true)] [string] $Name,
    # An address, or a path inside the installation image: media:\UCMARedist\Setup.exe.
    [Parameter(Mandatory = $true)]
    [ValidatePattern('^(https://|s3://|media:\\).+\.(exe|msi|msu)$')]
    [string] $Source,
    [Parameter(Mandatory = $true)] [string] $Signer,
    [Parameter(Mandatory = $true)] [ValidatePattern('^HKLM:\\.')] [string] $DetectionKey,
    [Parameter()] [ValidatePattern('^([0-9A-Fa-f]{64})?$')] [string] $Hash = '',
    [Parameter()] [string] $DetectionValue = '',
    # 11.0.61030, or a whole number: the DWORD Version of an uninstall key.
    [Parameter()] [string] $MinimumVersion = '',
    [Parameter()] [string] $InstallerArguments = ''
)

$transaction = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\InProgress'

function ConvertTo-Version {
    param([Parameter(Mandatory = $true)] [AllowEmptyString()] [string] $Text)
    if ($Text -notmatch '^\d+(\.\d+){0,3}$') {
        throw (('{0} of {1} is compared as "{2}", which is no version. ' +
                'Use digits and dots, or another value.') -f
            $DetectionValue, $Name, $Text)
    }

    if ($Text.Contains('.')) { return [version] $Text }
    return [version] ('{0}.0' -f $Text)
}

function Test-Version {
    param([Parameter(Mandatory = $true)] [string] $Key)
    if ($DetectionValue -eq '') { return $true }
    $found = Get-ItemProperty -LiteralPath $Key -Name $DetectionValue -ErrorAction SilentlyContinue
    if ($null -eq $found) { return $false }
    if ($MinimumVersion -eq '') { return $true }
    $there = ConvertTo-Version -Text "$($found.$DetectionValue)"
    return ($there -ge (ConvertTo-Version -Text $MinimumVersion))
}

function Get-PackageKey {
    if (-not $DetectionKey.EndsWith('\*')) {
        if (Test-Path -LiteralPath $DetectionKey) { $DetectionKey }
        return
    }

    $parent = $DetectionKey.Substring(0, $DetectionKey.Length - 2)
    foreach ($child in @(Get-ChildItem -LiteralPath $parent)) {
        $key = '{0}\{1}' -f $parent, $child.PSChildName
        $found = Get-ItemProperty -LiteralPath $key -Name 'DisplayName' -ErrorAction SilentlyContinue
        if ($null -ne $found -and "$($found.DisplayName)".StartsWith($Name)) { $key }
    }
}

function Test-Package {
    foreach ($key in @(Get-PackageKey)) {
        if (Test-Version -Key $key) { return $true }
    }

    return $false
}

function Test-Done {
    if ($MinimumVersion -ne '' -and $DetectionValue -eq '') {
        throw (('{0} has MinimumVersion {1} but no DetectionValue to compare it with. ' +
                'Name the registry value.') -f
            $Name, $MinimumVersion)
    }

    return (Test-Package)
}

function Get-Installer {
    if ($Source -notlike 'media:\*') {
        # Only SYSTEM and Administrators can exchange the file between the check and the run.
        $folder = Get-StepPath -Kind 'Work'
        New-PrivateFolder -Path $folder
        $path = '{0}\{1}' -f $folder, ([uri] $Source).AbsolutePath.Split('/')[-1]
        Get-VerifiedFile -Source $Source -Path $path -Sha256 $Hash -Signer $Signer
        return $path
    }

    # It stays mounted: an installer may go on after it has returned.
    $path = (Mount-Media).TrimEnd('\') + $Source.Substring('media:'.Length)
    if (-not (Test-Path -LiteralPath $path -PathType Leaf)) {
        throw ('{0} is not on the installation image, so {1} cannot be installed from it. {2}' -f
            $path, $Name, 'Give it an https or s3 source.')
    }

    Confirm-File -Path $path -Source $Source -Sha256 $Hash -Signer $Signer
    return $path
}

function Wait-Transaction {
    # Two installations at once fail with 1618. One that power loss interrupted leaves the key until Windows
    # Installer rolls it back, so the wait has no last word.
    $hint = 'It goes on regardless.'
    try {
        Wait-Until -What 'Windows Installer' -TimeoutSeconds 600 -Hint $hint -Condition {
            if (-not (Test-Path -LiteralPath $transaction)) { return $true }
            return 'another installation runs'
        }
    }
    catch { $_.Exception.Message }
}

function Wait-Package {
    # The bootstrapper of UCMA returns while its packages are still being installed.
    $hint = 'See the log files in C:\Windows\Temp; this step can be run again.'
    Wait-Until -What $Name -TimeoutSeconds 900 -Hint $hint -Condition {
        if (Test-Package) { return $true }
        return ('{0} does not show it' -f $DetectionKey)
    }

    $null = Wait-Transaction
    return $true
}

function Set-Done {
    $path = Get-Installer
    Wait-Transaction
    $run = @{
        Path           = $path
        ArgumentList   = @($InstallerArguments.Split(' ') | Where-Object -FilterScript { $_ -ne '' })
        TimeoutSeconds = 2700
        Hint           = 'See the log files in C:\Windows\Temp; this step can be run again.'
    }
    Invoke-Installer @run -Evidence { Wait-Package }
}
