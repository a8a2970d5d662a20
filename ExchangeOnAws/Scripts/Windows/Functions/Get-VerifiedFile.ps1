function Get-VerifiedFile {
    <#
    .SYNOPSIS
    Downloads a file from https or S3, and lets it have its name only when hash and signer are right.
    .DESCRIPTION
    A file that is there and right is kept. At least one of -Sha256 and -Signer must be given. -Signer is the
    organisation in the certificate's subject: Microsoft Corporation.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [ValidatePattern('^(https|s3)://')] [string] $Source,
        [Parameter(Mandatory = $true)] [string] $Path,
        [Parameter()] [string] $Sha256 = '',
        [Parameter()] [string] $Signer = '',
        [Parameter()] [string] $Region = ''
    )

    if ($Sha256 -eq '' -and $Signer -eq '') {
        throw (('{0} comes with neither a SHA-256 nor a signer, so nothing can verify it. ' +
                'Give one of them.') -f $Source)
    }

    $expected = @{ Source = $Source; Sha256 = $Sha256; Signer = $Signer }
    if (Test-Path -LiteralPath $Path -PathType Leaf) {
        try { Confirm-File -Path $Path @expected; return }
        catch { Write-StepLog -Text ('Downloads {0} again: {1}' -f $Path, $_.Exception.Message) }
        Remove-Item -LiteralPath $Path -Force
    }

    # The signature of a file is read by its extension, so the temporary name keeps it.
    $partial = [System.IO.Path]::ChangeExtension($Path, '.partial' + [System.IO.Path]::GetExtension($Path))
    New-Folder -Path (Split-Path -Path $Path -Parent)
    if (Test-Path -LiteralPath $partial) { Remove-Item -LiteralPath $partial -Force }
    Write-StepLog -Text ('Downloads {0}.' -f $Source)
    Save-Download -Source $Source -Path $partial -Region $Region
    try { Confirm-File -Path $partial @expected }
    catch {
        Remove-Item -LiteralPath $partial -Force
        throw
    }

    Move-Item -LiteralPath $partial -Destination $Path -Force
}
