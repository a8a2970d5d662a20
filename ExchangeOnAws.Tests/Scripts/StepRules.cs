using System.Management.Automation.Language;
using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>
/// The shape of a step: help, parameters, Test-Done, Set-Done, helper functions, constants;
/// nothing that runs.
/// </summary>
internal static class StepRules
{
    private static readonly HashSet<string> s_types =
        ["String", "String[]", "Int32", "Boolean", "SwitchParameter"];

    public static IEnumerable<string> Findings(ScriptBlockAst tree)
    {
        var help = tree.GetHelpContent();
        if (string.IsNullOrWhiteSpace(help?.Synopsis)
            || help.Description?.StartsWith("Safe to run again", StringComparison.Ordinal) != true)
        {
            yield return ".SYNOPSIS says what state there is, .DESCRIPTION begins with: Safe to run again.";
        }

        foreach (var parameter in tree.ParamBlock?.Parameters ?? [])
        {
            var name = parameter.Name.VariablePath.UserPath;
            if (!name.All(char.IsAsciiLetter) || !s_types.Contains(parameter.StaticType.Name))
            {
                yield return $"parameter {name}: letters only, and a string, string[], int, bool or switch.";
            }

            var isMandatory = parameter.Attributes.OfType<AttributeAst>()
                .SelectMany(attribute => attribute.NamedArguments)
                .Any(argument => argument.ArgumentName == "Mandatory");
            if (isMandatory == (parameter.DefaultValue is not null))
            {
                yield return $"parameter {name}: either Mandatory or with a default.";
            }
        }

        var statements = tree.EndBlock.Statements;
        var functions = statements.OfType<FunctionDefinitionAst>().ToArray();
        if (tree.ParamBlock is null
            || functions.Count(function => function.Name is "Test-Done" or "Set-Done") != 2)
        {
            yield return "a param block, Test-Done and Set-Done make a step.";
        }

        foreach (var function in functions.Where(function => CmdletCatalogue.All.ContainsKey(function.Name)))
        {
            yield return $"function {function.Name} hides a cmdlet.";
        }

        foreach (var statement in statements.Except(functions).Where(statement => !IsConstant(statement)))
        {
            yield return $"line {statement.Extent.StartLineNumber}: runs outside Test-Done and Set-Done.";
        }
    }

    private static bool IsConstant(StatementAst statement) =>
        statement is AssignmentStatementAst assignment
        && assignment.Right.Find(Computes, searchNestedScriptBlocks: true) is null;

    private static bool Computes(Ast node) =>
        node is CommandAst or InvokeMemberExpressionAst or VariableExpressionAst;
}
