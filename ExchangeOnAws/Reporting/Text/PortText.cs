using ExchangeOnAws.Planning;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExchangeOnAws.Reporting;

/// <summary>The port table with the addresses of the places outside.</summary>
internal static class PortText
{
    public static IRenderable Of(PortTable ports)
    {
        var table = Tables.Create("From", "To", "Ports", "Purpose");
        foreach (var (from, to, numbers, purpose) in Rows(ports.Rules))
        {
            table.AddRow(new Text(from), new Text(to), new Text(numbers), new Text(purpose));
        }

        var outside = ports.Outside
            .OrderBy(tier => tier.Key)
            .Where(tier => ports.Rules.Any(rule => rule.From == tier.Key || rule.To == tier.Key))
            .Select(tier => new Text($"{tier.Key.Name()}: {string.Join(", ", tier.Value)}"));
        return new Rows([table, .. outside]);
    }

    // Several ports for one purpose are one line.
    private static IEnumerable<(string From, string To, string Ports, string Purpose)> Rows(
        IEnumerable<PortRule> rules) => PortRow.Of(rules)
        .Select(row => (row.From, row.To,
            Ports: row.Protocol == PortRule.All ? PortRule.All : $"{row.Protocol} {row.Ports}", row.Purpose))
        .GroupBy(row => (row.From, row.To, row.Purpose))
        .Select(same => (
            same.Key.From, same.Key.To, string.Join(", ", same.Select(row => row.Ports)), same.Key.Purpose));
}
