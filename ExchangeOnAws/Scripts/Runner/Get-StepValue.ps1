function Get-StepValue {
    <#
    .SYNOPSIS
    Returns the step's parameters from the environment variables SSM_<name> that SSM Agent sets.
    .DESCRIPTION
    SSM Agent sets one for every parameter of the document: empty is one that nobody gave, so it has the
    default of the step.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [scriptblock] $Step
    )

    $values = @{}
    foreach ($parameter in $Step.Ast.ParamBlock.Parameters) {
        $name = $parameter.Name.VariablePath.UserPath
        $variable = Get-Item -LiteralPath ('Env:SSM_{0}' -f $name) -ErrorAction SilentlyContinue
        $text = ''
        if ($null -ne $variable) { $text = "$($variable.Value)" }
        if ($text -ne '') {
            $values[$name] = ConvertTo-StepValue -Name $name -Text $text -Type $parameter.StaticType
        }
        elseif ($parameter.Extent.Text -match 'Mandatory') {
            throw (('environment variable SSM_{0} is not set. Give document parameter {0} a value, or ' +
                    'update SSM Agent: before 3.3.2746.0 it does not pass parameters as variables.') -f
                $name)
        }
    }

    return $values
}
