using System.Management.Automation.Language;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>Windows PowerShell 5.1 and nothing newer; nothing that escapes the bench; ASCII.</summary>
internal static class SyntaxRules
{
    private static readonly HashSet<TokenKind> s_newer =
        [
            TokenKind.QuestionQuestion, TokenKind.QuestionQuestionEquals, TokenKind.QuestionDot,
            TokenKind.QuestionLBracket, TokenKind.AndAnd, TokenKind.OrOr, TokenKind.Clean,
        ];

    /// <summary>
    /// Types whose members only compute. Others could act on the machine behind the bench's back.
    /// </summary>
    private static readonly HashSet<string> s_pureTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "string", "string[]", "int", "int[]", "long", "bool", "switch", "uri", "timespan", "datetime",
        "version", "type", "guid", "regex", "math", "array", "hashtable", "scriptblock", "pscredential",
        "securestring", "cultureinfo", "System.IO.Path", "System.Management.Automation.ErrorRecord",
        "System.Net.IPAddress", "pscustomobject", "ipaddress", "System.Text.Encoding", "convert",
        "System.Security.SecureString", "System.StringComparison", "System.BitConverter",
        "System.Security.Cryptography.Aes", "System.Security.Cryptography.TripleDES",
        "System.Security.Cryptography.RandomNumberGenerator",
        "System.Security.Cryptography.X509Certificates.RSACertificateExtensions",
    };

    public static IEnumerable<string> Findings(string text, ScriptBlockAst tree, Token[] tokens)
    {
        IEnumerable<(IScriptExtent Where, string What)> found =
        [
            .. tokens.Where(token => s_newer.Contains(token.Kind))
                .Select(token => (token.Extent, $"{token.Text} is newer than 5.1")),
            .. tokens
                .Where(token => token.Kind is TokenKind.HereStringLiteral or TokenKind.HereStringExpandable)
                .Select(token => (token.Extent, "a here-string would lose its comment lines")),
            .. tokens.Where(token => token.Kind == TokenKind.LineContinuation)
                .Select(token => (token.Extent, "splat instead of backticks")),
            .. Nodes<TernaryExpressionAst>(tree)
                .Select(node => (node.Extent, "the ternary operator is newer than 5.1")),
            .. Nodes<TypeDefinitionAst>(tree).Select(node => (node.Extent, "no classes in scripts")),
            .. Nodes<UsingStatementAst>(tree).Select(node => (node.Extent, "no using statements")),
            .. Nodes<ExitStatementAst>(tree).Select(node => (node.Extent, "only the runner exits")),
            .. Nodes<TypeExpressionAst>(tree).Where(node => !s_pureTypes.Contains(node.TypeName.FullName))
                .Select(node => (
                    node.Extent, $"[{node.TypeName.FullName}] is not among the types that only compute")),
            .. Nodes<VariableExpressionAst>(tree).Where(node => node.VariablePath.DriveName is "env")
                .Select(node => (node.Extent, "values arrive as parameters, not from the environment")),
            .. Nodes<StringConstantExpressionAst>(tree)
                .Where(node => node.StringConstantType == StringConstantType.SingleQuoted
                    && node.Value.Contains("$(", StringComparison.Ordinal))
                .Select(node => (node.Extent, "$( ) does not expand in single quotes")),
        ];
        var lines = text.Split('\n');
        return found.Select(finding => $"line {finding.Where.StartLineNumber}: {finding.What}.")
            .Concat(lines.Index().Where(line => !System.Text.Ascii.IsValid(line.Item))
                .Select(line => $"line {line.Index + 1}: not ASCII; 5.1 reads it as ANSI."))
            .Concat(lines.Index().Where(line => line.Item.TrimEnd('\r').Length > 110)
                    .Select(line => $"line {line.Index + 1}: longer than 110 columns."))
            .Concat(lines.Index().Where(line => line.Item.Contains("{{", StringComparison.Ordinal))
                .Select(line => $"line {line.Index + 1}: SSM reads two opening braces as a parameter."));
    }

    private static IEnumerable<T> Nodes<T>(ScriptBlockAst tree)
        where T : Ast => tree.FindAll(node => node is T, searchNestedScriptBlocks: true).Cast<T>();
}
