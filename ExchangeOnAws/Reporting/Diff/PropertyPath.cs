using System.Text.RegularExpressions;

namespace ExchangeOnAws.Reporting.Diff;

/// <summary>Says whether a path lies at or below a property that a table or an option names.</summary>
internal static partial class PropertyPath
{
    /// <summary>rules[0].status lies below rules and rules.status; * is above everything.</summary>
    public static bool IsWithin(string path, string property)
    {
        var plain = Indexes().Replace(path, "");
        var above = Indexes().Replace(property, "");
        return above == "*" || plain == above || plain.StartsWith(above + ".", StringComparison.Ordinal);
    }

    public static bool IsWithin(string path, IEnumerable<string> properties) =>
        properties.Any(property => IsWithin(path, property));

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Indexes();
}
