using System.Net;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A right on a connector that was granted by hand, not by a permission group.</summary>
public sealed record SimulatedRight(
    string User, string Right, bool IsInherited = false, bool IsDenied = false);

/// <summary>A receive connector: where it listens, to whom, what an anonymous session may do.</summary>
public sealed class SimulatedReceiveConnector(string server, string name, int port)
{
    public const string Anonymous = @"NT AUTHORITY\ANONYMOUS LOGON";
    public const string AnyRecipient = "ms-Exch-SMTP-Accept-Any-Recipient";

    // learn.microsoft.com/exchange/mail-flow/connectors/receive-connectors, permission groups.
    private static readonly string[] s_anonymousGroup =
    [
        "ms-Exch-Accept-Headers-Routing", "ms-Exch-SMTP-Accept-Any-Sender",
        "ms-Exch-SMTP-Accept-Authoritative-Domain-Sender", "ms-Exch-SMTP-Submit",
    ];

    public string Server => server;

    public string Name => name;

    public int Port => port;

    public string Identity => $@"{server}\{name}";

    public string DistinguishedName => $"CN={name},CN=SMTP Receive Connectors,CN=Protocols,CN={server}";

    public bool IsEnabled { get; set; } = true;

    public string AuthMechanism { get; set; } = "Tls";

    public string PermissionGroups { get; set; } = "AnonymousUsers";

    public string Logging { get; set; } = "None";

    public string Fqdn { get; set; } = $"{server}.corp.example.com";

    public long MaxMessageSize { get; set; } = 36 << 20;

    /// <summary>First and last address of each range.</summary>
    public List<(string First, string Last)> Ranges { get; } =
        [("::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), ("0.0.0.0", "255.255.255.255")];

    public List<SimulatedRight> Rights { get; } = [];

    /// <summary>The rights of a user as the directory lists them.</summary>
    public IEnumerable<SimulatedRight> RightsOf(string user) => Rights
        .Concat(Has(PermissionGroups, "AnonymousUsers")
            ? s_anonymousGroup.Select(right => new SimulatedRight(Anonymous, right))
            : [])
        .Where(right => right.User == user);

    /// <summary>Whether a session without a login has a right.</summary>
    public bool LetsAnybody(string right) =>
        // Whoever connects is one of MS Exchange\Externally Secured Servers.
        (Has(AuthMechanism, "ExternalAuthoritative") && Has(PermissionGroups, "ExchangeServers"))
        || (RightsOf(Anonymous).Any(granted => granted.Right == right && !granted.IsDenied)
            && !Rights.Any(denied => denied.Right == right && denied.IsDenied));

    /// <summary>
    /// How many bits of an address a range fixes that holds it: the connector that fixes most answers.
    /// </summary>
    public int? Match(IPAddress client) => Ranges
        .Where(range => Holds(range, client))
        .Select(range => (int?)CommonBits(IPAddress.Parse(range.First), IPAddress.Parse(range.Last)))
        .Max();

    public static bool Has(string list, string item) =>
        list.Split(", ").Contains(item, StringComparer.OrdinalIgnoreCase);

    private static bool Holds((string First, string Last) range, IPAddress client)
    {
        var (first, last) = (IPAddress.Parse(range.First), IPAddress.Parse(range.Last));
        return first.AddressFamily == client.AddressFamily
            && Compare(first, client) <= 0 && Compare(client, last) <= 0;
    }

    private static int Compare(IPAddress left, IPAddress right) =>
        left.GetAddressBytes().AsSpan().SequenceCompareTo(right.GetAddressBytes());

    private static int CommonBits(IPAddress first, IPAddress last)
    {
        var (left, right) = (first.GetAddressBytes(), last.GetAddressBytes());
        var bit = 0;
        while (bit < left.Length * 8 && ((left[bit / 8] ^ right[bit / 8]) & (0x80 >> (bit % 8))) == 0)
        {
            bit++;
        }

        return bit;
    }
}
