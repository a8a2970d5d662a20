function ConvertTo-StepValue {
    <#
    .SYNOPSIS
    Turns the text of a document parameter into a value of the type that the step declares.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Name,
        [Parameter(Mandatory = $true)] [string] $Text,
        [Parameter(Mandatory = $true)] [type] $Type
    )

    switch ($Type.Name) {
        'String' { return $Text }
        'String[]' { return , @($Text.Split(',').Trim() | Where-Object -FilterScript { $_ -ne '' }) }
        { $_ -in 'Boolean', 'SwitchParameter' } {
            if ($Text -ne 'true' -and $Text -ne 'false') {
                throw ('document parameter {0} is "{1}". Use true or false.' -f $Name, $Text)
            }

            return ($Text -eq 'true')
        }
        { $_ -in 'Int32', 'Int64' } {
            if ($Text -notmatch '^-?\d+$') {
                throw ('document parameter {0} is "{1}", which is not a whole number.' -f $Name, $Text)
            }

            return [long] $Text
        }
        default {
            throw ('parameter {0} is a {1}. Use string, string[], int, bool or switch.' -f
                $Name, $Type.Name)
        }
    }
}
