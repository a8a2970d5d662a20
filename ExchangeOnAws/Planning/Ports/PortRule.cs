using System.Globalization;

namespace ExchangeOnAws.Planning;

/// <summary>Traffic that is allowed; everything else is not.</summary>
/// <param name="From">Who opens the connection.</param>
/// <param name="To">Who answers.</param>
/// <param name="Protocol">tcp, udp, icmp or all.</param>
/// <param name="Ports">A port, a range such as 49152-65535, or all.</param>
/// <param name="Purpose">Why; becomes the rule's description in AWS.</param>
public sealed record PortRule(Tier From, Tier To, string Protocol, string Ports, string Purpose)
{
    public const string All = "all";

    /// <summary>The first port; null for all.</summary>
    public int? FirstPort => Ports == All ? null : Number(Ports.Split('-')[0]);

    /// <summary>The last port; null for all.</summary>
    public int? LastPort => Ports == All ? null : Number(Ports.Split('-')[^1]);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
