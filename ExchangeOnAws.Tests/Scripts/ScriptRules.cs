using System.Management.Automation.Language;
using ExchangeOnAws.Components;
using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>What no run shows: the rules that every script text follows, read from the syntax tree.</summary>
public static class ScriptRules
{
    // Aliases are not in the catalogue, so they are refused as unknown commands too.
    private static readonly HashSet<string> s_own = new(
        ScriptLibrary.Shipped.RuntimeFunctions.Concat(["Test-Done", "Set-Done"]), StringComparer.Ordinal);

    /// <summary>Every broken rule with its line, for a step or a runtime function.</summary>
    public static IEnumerable<string> Findings(string text, bool isStep)
    {
        var tree = Parser.ParseInput(text, out var tokens, out var errors);
        return errors.Select(error => $"line {error.Extent.StartLineNumber}: {error.Message}")
            .Concat(isStep ? StepRules.Findings(tree) : RuntimeRules.Findings(tree))
            .Concat(SyntaxRules.Findings(text, tree, tokens))
            .Concat(tree.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true)
                .Cast<CommandAst>()
                .SelectMany(call => Command(call, tree)));
    }

    private static IEnumerable<string> Command(CommandAst call, ScriptBlockAst tree)
    {
        var line = $"line {call.Extent.StartLineNumber}";
        if (call.GetCommandName() is not { } name)
        {
            // & $Test: a script block that was handed over, or a native command by its checked name.
            yield break;
        }

        var given = call.CommandElements.OfType<CommandParameterAst>()
            .Select(parameter => parameter.ParameterName).ToArray();
        var isSplatted = call.CommandElements.OfType<VariableExpressionAst>()
            .Any(variable => variable.Splatted);
        if (PositionalArguments(call) is { } positional)
        {
            yield return $"{line}: {name} takes {positional} by position. Name the parameter.";
        }

        if (s_own.Contains(name) || Defines(tree, name))
        {
            yield break;
        }

        if (!CmdletCatalogue.All.TryGetValue(name, out var cmdlet))
        {
            yield return $"{line}: {name} is no documented cmdlet "
                + "(aliases and natives are not; see Invoke-Native).";
        }
        else if (!cmdlet.Name.Equals(name, StringComparison.Ordinal))
        {
            yield return $"{line}: {name} is written {cmdlet.Name}.";
        }
        else if (Refusal(cmdlet, call, given, isSplatted) is { } reason)
        {
            yield return $"{line}: {reason}";
        }
        else if (cmdlet.Module.StartsWith("AWS.Tools.", StringComparison.Ordinal)
            && !Imports(call, cmdlet.Module))
        {
            yield return $"{line}: {name} without Import-AwsModule -Name '{cmdlet.Module}' before it.";
        }
    }

    /// <summary>A splatted call shows only some of its parameters; the bench sees the others.</summary>
    private static string? Refusal(Cmdlet cmdlet, CommandAst call, string[] given, bool isSplatted)
    {
        var isPiped = call.Parent is PipelineAst pipeline && pipeline.PipelineElements[0] != call;
        return isSplatted
            ? given.Where(name => !Cmdlet.CommonParameters.Contains(name))
                .Where(name => !cmdlet.Sets.Any(set => set.ContainsKey(name)))
                .Select(name => $"{cmdlet.Name} has no parameter {name}.").FirstOrDefault()
            : cmdlet.Refusal(given, isPiped);
    }

    // In the same function, before the call.
    private static bool Imports(CommandAst call, string module)
    {
        Ast scope = call;
        while (scope.Parent is { } parent and not FunctionDefinitionAst)
        {
            scope = parent;
        }

        return scope.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>()
            .Where(other => other.Extent.StartOffset < call.Extent.StartOffset)
            .Any(other => other.GetCommandName() == "Import-AwsModule"
                && other.Extent.Text.Contains($"'{module}'", StringComparison.Ordinal));
    }

    private static string? PositionalArguments(CommandAst call)
    {
        var elements = call.CommandElements;
        for (var index = 1; index < elements.Count; index++)
        {
            var follows = elements[index - 1] is CommandParameterAst { Argument: null };
            if (!follows
                && elements[index] is not CommandParameterAst
                    and not VariableExpressionAst { Splatted: true })
            {
                return elements[index].Extent.Text;
            }
        }

        return null;
    }

    private static bool Defines(ScriptBlockAst tree, string name) =>
        tree.Find(node => node is FunctionDefinitionAst function && function.Name == name, true) is not null;
}
