using System.Text.RegularExpressions;

namespace ExchangeOnAws.Checks;

/// <summary>The memory of an instance type, derived from its name.</summary>
/// <remarks>
/// Amazon EC2 instance types guide, "Specifications" of general purpose, compute and memory optimised
/// families (2026). Families that depart from their letter's ratio are left out: c5n, x1,
/// x1e, x2iedn, x2iezn.
/// </remarks>
internal static partial class InstanceMemory
{
    private static readonly Dictionary<string, decimal> s_burstable = new()
    {
        ["nano"] = 0.5m,
        ["micro"] = 1,
        ["small"] = 2,
        ["medium"] = 4,
        ["large"] = 8,
        ["xlarge"] = 16,
        ["2xlarge"] = 32,
    };

    /// <summary>GiB; null for a type that the table does not know.</summary>
    public static decimal? GiB(string instanceType)
    {
        var (family, size) = instanceType.Split('.') is [var first, var second] ? (first, second) : ("", "");
        return family is "t3" or "t3a"
            ? s_burstable.TryGetValue(size, out var memory) ? memory : null
            : InstanceProcessors.OfSize(size) * GiBPerProcessor(family);
    }

    private static int? GiBPerProcessor(string family) => family is "c5n" or "x2iedn" or "x2iezn"
        ? null
        : CurrentFamily().Match(family).Groups[1].Value switch
        {
            "c" => 2,
            "m" => 4,
            "r" => 8,
            "x" => 16,
            _ => null,
        };

    [GeneratedRegex(@"\A([cmr](?=[5-9])|x(?=[2-9]))[a-z0-9-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex CurrentFamily();
}
