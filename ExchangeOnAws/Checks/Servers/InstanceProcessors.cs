using System.Globalization;
using System.Text.RegularExpressions;

namespace ExchangeOnAws.Checks;

/// <summary>The virtual processors of an instance type, derived from its name.</summary>
/// <remarks>
/// Amazon EC2 instance types guide, "Specifications" of general purpose, compute and memory optimised
/// families (2026): two for large, four for every xlarge; T3 has two in what is smaller.
/// </remarks>
internal static partial class InstanceProcessors
{
    /// <summary>Null for a type that is not built that way.</summary>
    public static int? Of(string instanceType) => instanceType.Split('.') switch
    {
        ["t3" or "t3a", "nano" or "micro" or "small" or "medium"] => 2,
        [_, var size] => OfSize(size),
        _ => null,
    };

    /// <summary>The same, from the size alone.</summary>
    public static int? OfSize(string size) => size switch
    {
        "large" => 2,
        "xlarge" => 4,
        _ when MultipleOfExtraLarge().Match(size) is { Success: true } match =>
            4 * int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture),
        _ => null,
    };

    [GeneratedRegex(@"\A(?:metal-)?([0-9]{1,3})xl(?:arge)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex MultipleOfExtraLarge();
}
