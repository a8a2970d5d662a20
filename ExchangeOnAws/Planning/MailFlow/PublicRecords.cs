using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>Derives what has to be in public DNS from who takes and who sends mail.</summary>
internal sealed class PublicRecords(
    SmartHostSettings? smartHost, EdgePlan edge, ClientAccessPlan access, NetworkPlan network,
    IReadOnlyList<string> domains, Func<string, bool> isPublished, bool publishesMx, bool publishesSpf)
{
    /// <summary>What stands for the addresses that members send from, as SPF writes them.</summary>
    public const string NatAddresses = "ip4:${natAddresses}";

    // The routes of an existing VPC are its owner's, and so are the addresses they lead through.
    private const string ForeignAddresses = "ip4:<the addresses of the VPC's way out>";

    // The same for all Edge servers, so that senders spread over them (Microsoft, "Edge Subscriptions").
    private const int Preference = 10;

    /// <summary>What stands for the public address of an Edge server.</summary>
    public static string AddressOf(HostPlan server) => $"${{public address of {server.Name}}}";

    public IEnumerable<PublicRecord> Plan() =>
    [
        .. edge.Servers.Select(server => new PublicRecord(
            edge.PublicNameOf(server), "A", [AddressOf(server)], "The Edge server's own name",
            isPublished(edge.PublicNameOf(server)))),
        .. edge.Servers.Select(server => new PublicRecord(
            AddressOf(server), "PTR", [edge.PublicNameOf(server)],
            edge.HasReverseNames
                ? "Receivers distrust senders without a reverse name"
                : "Receivers distrust senders without; set edge.reverseDns: true once the A record is there",
            edge.HasReverseNames)),
        .. Exchangers(),
        .. Senders(),
        .. access.Names.Select(name => new PublicRecord(
            name, "CNAME", ["${networkLoadBalancer}"], "Clients find Exchange by it",
            access.HostedZoneId is not null)),
    ];

    // Without Edge the network load balancer takes mail only where it faces the internet and listens on 25;
    // in every other case mail comes from a filter that its owner points the MX at.
    private IEnumerable<PublicRecord> Exchangers()
    {
        string[] hosts = edge.Servers.Count > 0
            ? [.. edge.Servers.Select(edge.PublicNameOf)]
            : access.IsInternetFacing && access.Listeners.Any(listener => listener.Port == 25)
                ? [access.Namespace]
                : [];
        return hosts.Length == 0
            ? []
            : domains.Select(domain => edge.IsFiltered
                ? new PublicRecord(
                    domain, "MX", ["<the names of your filter>"],
                    "Mail from the internet; the filter delivers to the Edge servers", IsCreated: false)
                : new PublicRecord(
                    domain, "MX", [.. hosts.Select(host => $"{Preference} {host}")], "Mail from the internet",
                    isPublished(domain) && publishesMx));
    }

    // A soft fail: the domain may have other senders, which only its owner knows.
    private IEnumerable<PublicRecord> Senders() => Mechanism() is not { } mechanism
        ? []
        : domains.Select(domain => new PublicRecord(
            domain, "TXT", [$"v=spf1 {mechanism} ~all"], "Servers that may send as the domain (SPF)",
            isPublished(domain) && publishesSpf && mechanism != ForeignAddresses));

    private string? Mechanism() => (smartHost, edge.Servers.Count) switch
    {
        ({ Host: var host }, _) => IsAmazonSes(host) ? "include:amazonses.com" : null,
        (null, > 0) => string.Join(' ', edge.Servers.Select(server => $"a:{edge.PublicNameOf(server)}")),
        (null, _) => network.ExistingVpcId is null ? NatAddresses : ForeignAddresses,
    };

    // SES developer guide, "Connecting to an Amazon SES SMTP endpoint" (2026).
    private static bool IsAmazonSes(string host) =>
        host.StartsWith("email-smtp.", StringComparison.OrdinalIgnoreCase)
        && host.EndsWith(".amazonaws.com", StringComparison.OrdinalIgnoreCase);
}
