using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>What tiers may open to others alike: an arrow of the picture.</summary>
/// <param name="From">Who opens connections.</param>
/// <param name="To">Who answers, each of them to all that open.</param>
/// <param name="Ports">The first ports of them, shortened.</param>
/// <param name="IsMutual">The other side may do the same.</param>
internal sealed record Connection(
    IReadOnlyList<Tier> From, IReadOnlyList<Tier> To, string Ports, bool IsMutual)
{
    /// <summary>What is said of every port there is.</summary>
    public const string All = "all ports";

    // More of them than that are in the port table.
    private const int MostPorts = 2;

    /// <summary>Between hosts of one tier.</summary>
    public bool IsInside => From[0] == To[0];

    public static IReadOnlyList<Connection> Of(PortTable ports)
    {
        var pairs = ports.Rules
            .GroupBy(rule => (rule.From, rule.To))
            .ToDictionary(pair => pair.Key, pair => Shorten(pair));
        bool IsMutual(Tier from, Tier to) =>
            from != to && pairs.TryGetValue((to, from), out var back) && back == pairs[(from, to)];
        return
        [
            .. pairs.Keys
                .Where(pair => !IsMutual(pair.From, pair.To) || pair.From < pair.To)
                .Select(pair => new Connection(
                    [pair.From], [pair.To], pairs[pair], IsMutual(pair.From, pair.To)))
                .GroupBy(one => (one.To[0], one.Ports, one.IsMutual, one.IsInside))
                .Select(same => same.First() with { From = [.. same.Select(one => one.From[0])] })
                .GroupBy(one => (string.Join(' ', one.From), one.Ports, one.IsMutual, one.IsInside))
                .Select(same => same.First() with { To = [.. same.Select(one => one.To[0])] }),
        ];
    }

    private static string Shorten(IEnumerable<PortRule> rules)
    {
        string[] words =
            [.. rules.GroupBy(rule => (IsPort: rule.FirstPort is not null, rule.Ports)).Select(Word)];
        var shown = string.Join(", ", words.Take(MostPorts));
        return words.Length > MostPorts ? $"{shown} +{words.Length - MostPorts}" : shown;
    }

    private static string Word(IEnumerable<PortRule> same)
    {
        var rule = same.First();
        return (rule.Protocol, rule.Ports) switch
        {
            (PortRule.All, _) => All,
            (var protocol, PortRule.All) => protocol,
            _ when same.Any(other => other.Protocol == "tcp") => rule.Ports,
            _ => $"{rule.Protocol} {rule.Ports}",
        };
    }
}
