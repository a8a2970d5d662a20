using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ExchangeOnAws.Components;

/// <summary>
/// A step script taken apart: what it says of itself, its parameters and its code without comments.
/// </summary>
/// <remarks>
/// Nothing here knows PowerShell: the parts are found by the layout that the script tests enforce
/// with the real parser (help first, then <c>param(</c> … <c>)</c> and the functions, each
/// starting and ending in the first column).
/// </remarks>
public sealed partial record StepScript(
    string Path, string Synopsis, ImmutableArray<StepParameter> Parameters, string ParameterBlock,
    string Functions)
{
    /// <summary>The last part of the path, which names the step in logs: New-Forest.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>A script of this program.</summary>
    public static StepScript Shipped(string path) => Parse(path, ScriptLibrary.Shipped.Text(path));

    public static StepScript Parse(string path, string text)
    {
        var code = WithoutComments(text);
        var block = ParameterBlockPattern().Match(code);
        var synopsis = SynopsisPattern().Match(text);
        if (!block.Success || !synopsis.Success)
        {
            throw new FormatException(
                $"Scripts/{path}.ps1 lacks its .SYNOPSIS or its param block in the first column.");
        }

        var parameters = ParameterPattern().Matches(block.Value)
            .Select(match => new StepParameter(
                match.Groups["name"].Value,
                match.Groups["attributes"].Value.Contains("Mandatory", StringComparison.Ordinal)))
            .ToImmutableArray();
        return new(
            path, Whitespace().Replace(synopsis.Groups[1].Value.Trim(), " "), parameters,
            block.Value.TrimEnd(), code[(block.Index + block.Length)..].Trim());
    }

    /// <summary>Code without help, comment lines and empty lines: a document holds 64 KB.</summary>
    public static string WithoutComments(string text) =>
        EmptyLines().Replace(CommentLines().Replace(HelpBlocks().Replace(text, ""), ""), "\n")
            .Trim('\n') + "\n";

    [GeneratedRegex(@"\.SYNOPSIS\n(.+?)\n(?=\.|#>)", RegexOptions.Singleline)]
    private static partial Regex SynopsisPattern();

    [GeneratedRegex(@"^param\(.*?^\)\n|^param\(\)\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex ParameterBlockPattern();

    [GeneratedRegex(@"(?<attributes>(?:\[[^\r\n]*\]\s*)*)"
        + @"\[[\w.\[\]]+\]\s*\$(?<name>[A-Za-z]+)\b\s*(?=[,=\r\n)])")]
    private static partial Regex ParameterPattern();

    [GeneratedRegex(@"[ \t]*<#.*?#>[ \t]*\n?", RegexOptions.Singleline)]
    private static partial Regex HelpBlocks();

    [GeneratedRegex(@"^[ \t]*#.*$", RegexOptions.Multiline)]
    private static partial Regex CommentLines();

    [GeneratedRegex(@"(\n[ \t]*)+\n")]
    private static partial Regex EmptyLines();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}

/// <summary>A parameter of a step, which is a parameter of its document under the same name.</summary>
public sealed record StepParameter(string Name, bool IsMandatory);
