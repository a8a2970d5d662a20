function Read-SmtpAnswer {
    <#
    .SYNOPSIS
    Reads one answer of an SMTP server, of one line or several, and returns Command, Code and Text.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [object] $Stream,
        # What is answered; CONNECT for the greeting.
        [Parameter(Mandatory = $true)] [string] $Command
    )

    $lines = @()
    do {
        $line = ''
        while ($true) {
            $byte = $Stream.ReadByte()
            if ($byte -lt 0) { throw 'it closed the connection' }
            if ($byte -eq 10) { break }
            if ($byte -ne 13) { $line += [char] $byte }
            # RFC 5321: a line of an answer has 512 octets at most.
            if ($line.Length -gt 2000) { throw 'it answers with a line without an end' }
        }

        $lines += $line
    } while ($line -match '^\d{3}-' -and $lines.Count -lt 200)

    if ($line -notmatch '^\d{3}( |$)') { throw ('it answers "{0}", which is not SMTP' -f $line) }
    return [pscustomobject] @{
        Command = $Command
        Code    = [int] $line.Substring(0, 3)
        Text    = $lines -join ' '
    }
}
