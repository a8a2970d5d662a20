using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>A line of the port table as people read it: what several tiers may do alike is one.</summary>
/// <param name="From">The tiers that open the connection, separated by commas.</param>
/// <param name="To">The tier that answers.</param>
/// <param name="Protocol">tcp, udp, icmp or all.</param>
/// <param name="Ports">A port, a range or all.</param>
/// <param name="Purpose">Why.</param>
internal sealed record PortRow(string From, string To, string Protocol, string Ports, string Purpose)
{
    public static IEnumerable<PortRow> Of(IEnumerable<PortRule> rules) => rules
        .GroupBy(rule => (rule.To, rule.Protocol, rule.Ports, rule.Purpose))
        .Select(same => new PortRow(
            string.Join(", ", same.Select(rule => rule.From.Name())),
            same.Key.To.Name(), same.Key.Protocol, same.Key.Ports, same.Key.Purpose));
}
