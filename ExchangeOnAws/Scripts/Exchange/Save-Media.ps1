<#
.SYNOPSIS
The installation image of Exchange is on the server, and it is Microsoft's.
.DESCRIPTION
Safe to run again: an image that was verified is neither downloaded nor read again. A new source takes the
place of the old image only when it has been verified.
#>
param(
    [Parameter(Mandatory = $true)] [ValidatePattern('^(https|s3)://')] [string] $Source,
    [Parameter(Mandatory = $true)] [string] $Signer,
    # Microsoft publishes none for its images; the log says what a downloaded one has.
    [Parameter()] [ValidatePattern('^([0-9A-Fa-f]{64})?$')] [string] $Hash = '',
    [Parameter()] [string] $Region = ''
)

$folder = 'C:\ExchangeMedia'
$image = 'C:\ExchangeMedia\exchange.iso'
# Windows mounts nothing that is not called .iso.
$partial = 'C:\ExchangeMedia\exchange.partial.iso'
# What was verified: source, signer, length, SHA-256. Written last.
$record = 'C:\ExchangeMedia\verified.txt'
# Exchange Subscription Edition has 6,402,453,504 bytes.
$space = 10GB
$programs = 'Setup.exe', 'Setup\ServerRoles\Common\ExSetup.exe'
# Later releases come without it.
$optionalPrograms = @('UCMARedist\Setup.exe')

function Test-Done {
    foreach ($path in $image, $record) {
        if (-not (Test-Path -LiteralPath $path -PathType Leaf)) { return $false }
    }

    $known = @(Get-Content -LiteralPath $record)
    return ($known.Count -eq 4 -and $known[0] -ceq $Source -and $known[1] -ceq $Signer -and
        $known[2] -eq "$((Get-Item -LiteralPath $image).Length)" -and
        ($Hash -eq '' -or $known[3] -eq $Hash))
}

function Test-Hash {
    # Without an expected hash, nothing says that a file that is there is the right one.
    param([Parameter(Mandatory = $true)] [string] $Path)
    return ($Hash -ne '' -and (Test-Path -LiteralPath $Path -PathType Leaf) -and
        (Get-FileHash -LiteralPath $Path -Algorithm 'SHA256').Hash -eq $Hash)
}

function Save-Image {
    if (Test-Path -LiteralPath $partial) { Remove-Item -LiteralPath $partial -Force }
    $free = (Get-Volume -DriveLetter 'C').SizeRemaining
    if ($free -lt $space) {
        throw ('C: has {0:0.0} GB free, and an installation image needs {1:0}. {2}' -f
            ($free / 1GB), ($space / 1GB), 'Give the root volume more space.')
    }

    'Downloads {0}.' -f $Source
    Save-Download -Source $Source -Path $partial -Region $Region
    try { Confirm-File -Path $partial -Source $Source -Sha256 $Hash }
    catch {
        Remove-Item -LiteralPath $partial -Force
        throw
    }
}

function Confirm-Image {
    param([Parameter(Mandatory = $true)] [string] $Path)
    $root = Mount-Image -ImagePath $Path
    try {
        foreach ($program in $programs + $optionalPrograms) {
            $file = $root + $program
            if (Test-Path -LiteralPath $file -PathType Leaf) {
                Confirm-File -Path $file -Source ('{0} of {1}' -f $program, $Source) -Signer $Signer
            }
            elseif ($programs -contains $program) {
                throw ('{0} has no {1}, so it is no installation image of Exchange. Give the ISO file.' -f
                    $Source, $program)
            }
        }
    }
    finally { Dismount-Image -ImagePath $Path }
}

function Set-Done {
    New-PrivateFolder -Path $folder
    # A mounted file can be neither replaced nor removed.
    foreach ($path in $image, $partial) { Dismount-Image -ImagePath $path }
    if (Test-Hash -Path $image) { Confirm-Image -Path $image }
    else {
        if (-not (Test-Hash -Path $partial)) { Save-Image }
        Confirm-Image -Path $partial
        Move-Item -LiteralPath $partial -Destination $image -Force
    }

    $found = $Hash.ToUpperInvariant()
    if ($found -eq '') { $found = (Get-FileHash -LiteralPath $image -Algorithm 'SHA256').Hash }
    $lines = $Source, $Signer, "$((Get-Item -LiteralPath $image).Length)", $found
    Set-Content -LiteralPath ('{0}.new' -f $record) -Value $lines -Encoding UTF8
    Move-Item -LiteralPath ('{0}.new' -f $record) -Destination $record -Force
    '{0} is signed by {1} and has SHA-256 {2}.' -f $Source, $Signer, $found
}
