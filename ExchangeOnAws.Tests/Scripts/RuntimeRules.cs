using System.Management.Automation.Language;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>A runtime file is one function with help.</summary>
internal static class RuntimeRules
{
    public static IEnumerable<string> Findings(ScriptBlockAst tree)
    {
        if (tree.EndBlock.Statements is not [FunctionDefinitionAst function])
        {
            yield return "a runtime file holds one function and nothing else.";
        }
        else if (string.IsNullOrWhiteSpace(function.GetHelpContent()?.Synopsis))
        {
            yield return $"{function.Name} has no .SYNOPSIS.";
        }
    }
}
