function Get-JoinRight {
    <#
    .SYNOPSIS
    Returns the rights to join computers, as dsacls takes them (Grant) and as
    the directory stores them (Entry).
    .DESCRIPTION
    Entry is rights, class or property or right, class of the objects that inherit it.
    The list is Microsoft's:
    learn.microsoft.com/troubleshoot/windows-server/active-directory/access-denied-when-joining-computers.
    #>
    [CmdletBinding()]
    param()

    $none = '00000000-0000-0000-0000-000000000000'
    $computer = 'bf967a86-0de6-11d0-a285-00aa003049e2'
    $rows = @(
        ('CCDC;computer', 'T', 'CreateChild, DeleteChild', $computer, $none),
        ('CA;Reset Password;computer', 'S', 'ExtendedRight',
            '00299570-246d-11d0-a768-00aa006e0529', $computer),
        ('RPWP;Account Restrictions;computer', 'S', 'ReadProperty, WriteProperty',
            '4c164200-20c0-11d0-a768-00aa006e0529', $computer),
        ('WS;Validated write to DNS host name;computer', 'S', 'Self',
            '72e39547-7b18-11d1-adef-00c04fd8d5cd', $computer),
        ('WS;Validated write to service principal name;computer', 'S', 'Self',
            'f3a64788-5306-11d1-a9c5-0000f80367c1', $computer)
    )
    foreach ($row in $rows) {
        @{ Grant = $row[0]; Inheritance = $row[1]; Entry = ($row[2..4] -join '|') }
    }
}
