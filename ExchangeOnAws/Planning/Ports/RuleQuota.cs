using System.Globalization;
using System.Net;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Planning;

/// <summary>Plans fewer rules where a security group could not hold them all.</summary>
public static class RuleQuota
{
    /// <summary>Rules of a security group for each direction.</summary>
    /// <remarks>Amazon VPC user guide, "Amazon VPC quotas", Security groups (2026).</remarks>
    public const int PerDirection = 60;

    private const string ToDirectory =
        "Domain services, on every port: ports times networks are more rules than a group may have";

    private const string FromClients =
        "Client protocols: ports times networks are more rules than a group may have; only listeners answer";

    /// <summary>The row stands for several, because those would have been too many rules.</summary>
    public static bool IsWidened(PortRule rule) => rule.Purpose is ToDirectory or FromClients;

    internal static PortTable Fit(PortTable table)
    {
        foreach (var tier in table.Outside.Keys.Order().ToArray())
        {
            table = Sides(table, tier).Any(side => IsCrowded(table, side, tier))
                ? table with { Outside = Aggregated(table, tier) }
                : table;
            foreach (var side in Sides(table, tier).Where(side => IsCrowded(table, side, tier)).ToArray())
            {
                table = table with { Rules = Widened(table.Rules, side) };
            }
        }

        return table;
    }

    // The pairs of a tier outside and one of ours, in the direction of the rows.
    private static IEnumerable<(Tier From, Tier To)> Sides(PortTable table, Tier outside) => table.Rules
        .Where(rule => rule.From == outside || rule.To == outside)
        .Select(rule => (rule.From, rule.To))
        .Distinct();

    // A deployment creates rules before it deletes others, so the wide ones have to fit beside those that
    // they replace.
    private static bool IsCrowded(PortTable table, (Tier From, Tier To) side, Tier outside)
    {
        var incoming = side.From == outside;
        return table.RulesOf(incoming ? side.To : side.From, incoming) + table.BlocksOf(outside)
            > PerDirection;
    }

    private static Dictionary<Tier, IReadOnlyList<IPNetwork>> Aggregated(
        PortTable table, Tier outside) => new(table.Outside)
        {
            [outside] = AddressBlock.Aggregate(table.Outside[outside]),
        };

    private static IReadOnlyList<PortRule> Widened(IReadOnlyList<PortRule> rules, (Tier From, Tier To) side)
    {
        PortRule[] same = [.. rules.Where(rule => (rule.From, rule.To) == side)];
        return same.Length > 1 && WideRow(same) is { } wide
            ? [.. rules.Select(rule => rule == same[0] ? wide : rule).Where(rule => !same.Contains(rule))]
            : rules;
    }

    // Domain controllers filter for themselves what reaches them, and a load balancer answers on the ports of
    // its listeners only. Nobody else gets a port more than the rows say: a gateway faces the internet.
    private static PortRule? WideRow(PortRule[] rows) => (rows[0].From, rows[0].To) switch
    {
        (var from, Tier.ExistingDomain) =>
            new(from, Tier.ExistingDomain, PortRule.All, PortRule.All, ToDirectory),
        (Tier.Clients, var to) => new(Tier.Clients, to, "tcp", RangeOf(rows), FromClients),
        _ => null,
    };

    private static string RangeOf(PortRule[] rows) => string.Create(
        CultureInfo.InvariantCulture,
        $"{rows.Min(row => row.FirstPort)}-{rows.Max(row => row.LastPort)}");
}
