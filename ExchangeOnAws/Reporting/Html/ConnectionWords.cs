using System.Xml.Linq;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>Connections as a list, which takes the place of the arrows on a narrow screen.</summary>
internal static class ConnectionWords
{
    /// <summary>For example mailbox to witness: 445, 135 +2.</summary>
    public static string Of(Connection connection)
    {
        var (from, to) = (Names(connection.From), Names(connection.To));
        return connection switch
        {
            { IsMutual: true } => $"{from} and {to}, both ways: {connection.Ports}",
            { IsInside: true } => $"{from} hosts to each other: {connection.Ports}",
            _ => $"{from} to {to}: {connection.Ports}",
        };
    }

    public static XElement List(IEnumerable<Connection> connections) => Tag.Of(
        "ul", Tag.Class("connections"), connections.Select(connection => Tag.Of("li", Of(connection))));

    private static string Names(IEnumerable<Tier> tiers) =>
        string.Join(", ", tiers.Select(tier => tier.Name()));
}
