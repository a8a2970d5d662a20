<#
.SYNOPSIS
The hosts file of the server has the addresses of the members' full names: an Edge Transport server has no way
to the DNS servers of the domain.
.DESCRIPTION
Safe to run again: our lines stand between two marks, and everything else in the file stays as it is, byte for
byte. A line of somebody else that gives one of the names another address is refused.
#>
param(
    # EXA1.corp.example.com=10.0.0.10
    [Parameter(Mandatory = $true)]
    [ValidatePattern('^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+=\d{1,3}(\.\d{1,3}){3}$')]
    [string[]] $Names
)

# Microsoft's planning of Edge Transport servers names it for those without the organization's DNS servers:
# learn.microsoft.com/exchange/edge-transport-server-planning-exchange-2013-help.
$file = 'C:\Windows\System32\drivers\etc\hosts'
$new = 'C:\Windows\System32\drivers\etc\hosts.exchangeonaws'
$begin = '# BEGIN ExchangeOnAws: written by Set-HostNames'
$end = '# END ExchangeOnAws'
# ISO 8859-1 has one character for each byte and back, whatever the file is really written in.
$codePage = 28591

function Get-Text {
    if (-not (Test-Path -LiteralPath $file -PathType Leaf)) { return '' }
    $bytes = [byte[]] @(Get-Content -LiteralPath $file -Encoding Byte)
    $text = [System.Text.Encoding]::GetEncoding($codePage).GetString($bytes)
    if ($text.Contains("`0")) {
        throw ('{0} has bytes 0, as UTF-16 has, and Windows does not read such a file. {1}' -f
            $file, 'Save it as ANSI or UTF-8, then run this again.')
    }

    return $text
}

function Confirm-Line {
    # A line that is not ours may name our names only with our addresses.
    param([Parameter(Mandatory = $true)] [AllowEmptyString()] [string] $Text)
    foreach ($line in $Text -split '\r?\n') {
        $address, $hosts = @($line.Split('#')[0] -split '\s+' | Where-Object -FilterScript { $_ -ne '' })
        foreach ($entry in $Names) {
            $name, $wanted = $entry.Split('=')
            if (@($hosts) -contains $name -and $address -ne $wanted) {
                throw (('{0} has the line "{1}", and {2} is {3} in this deployment. ' +
                        'Remove the line, or correct its address.') -f $file, $line.Trim(), $name, $wanted)
            }
        }
    }
}

function Get-WantedText {
    # The file with our lines in it: where they are by now, or at its end.
    param([Parameter(Mandatory = $true)] [AllowEmptyString()] [string] $Text)
    $marks = @($Text -split '\r?\n' | Where-Object -FilterScript { $_ -cin $begin, $end }) -join "`n"
    if ($marks -cnotin '', "$begin`n$end") {
        throw (('{0} does not have the marks "{1}" and "{2}" once each, in this order, so nobody can tell ' +
                'which lines are ours. Remove these marks and what belongs to them.') -f $file, $begin, $end)
    }

    $lines = @($begin) + @($Names | ForEach-Object -Process { '{1}{2}{0}' -f ($_.Split('=') + "`t") }) + $end
    $ours = [regex]::Match($Text, ('(?ms)^{0}\r?\n.*?^{1}(?=\r?$)' -f $begin, $end))
    $before = $Text
    $after = ''
    if ($ours.Success) {
        $before = $Text.Substring(0, $ours.Index)
        $after = $Text.Substring($ours.Index + $ours.Length)
    }

    Confirm-Line -Text ('{0}{1}' -f $before, $after)
    if (-not $ours.Success) {
        $after = "`r`n"
        if ($before -match '[^\n]\z') { $before = "$before`r`n" }
    }

    return ('{0}{1}{2}' -f $before, ($lines -join "`r`n"), $after)
}

function Test-Done {
    $text = Get-Text
    return ($text -ceq (Get-WantedText -Text $text))
}

function Set-Done {
    # Move-Item takes the old file away first. If power goes just there, the new one is whole and all we have.
    if (-not (Test-Path -LiteralPath $file) -and (Test-Path -LiteralPath $new)) {
        Move-Item -LiteralPath $new -Destination $file
    }

    $text = Get-WantedText -Text (Get-Text)
    $bytes = [System.Text.Encoding]::GetEncoding($codePage).GetBytes($text)
    Set-Content -LiteralPath $new -Value $bytes -Encoding Byte -Force
    # Its bytes are on the disk before its name is.
    Write-VolumeCache -DriveLetter 'C'
    Move-Item -LiteralPath $new -Destination $file -Force
    '{0} has the addresses of {1}.' -f $file, ($Names -join ', ')
}
