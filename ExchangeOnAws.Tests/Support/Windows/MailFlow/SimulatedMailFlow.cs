using System.Net;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A send connector; null is what Exchange shows as empty.</summary>
public sealed class SimulatedSendConnector(string name)
{
    public string Name => name;

    public bool IsEnabled { get; set; } = true;

    /// <summary>Everything else by property name.</summary>
    public Dictionary<string, string?> Values { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AddressSpaces"] = "SMTP:*;1",
        ["DNSRoutingEnabled"] = "True",
        ["SmartHosts"] = null,
        ["Port"] = "25",
        ["SmartHostAuthMechanism"] = "None",
        ["RequireTLS"] = "False",
        ["TlsAuthLevel"] = null,
        ["TlsDomain"] = null,
        ["IsScopedConnector"] = "False",
        ["ProtocolLoggingLevel"] = "None",
        ["Comment"] = "",
        ["Usage"] = "Custom",
    };

    public List<string> Servers { get; } = [];

    public long MaxMessageSize { get; set; } = 10 << 20;

    /// <summary>User name and password for the smart host.</summary>
    public NetworkCredential? Login { get; set; }
}

/// <summary>Connectors, limits and EdgeSync, and what an SMTP session gets for an answer from them.</summary>
public sealed class SimulatedMailFlow
{
    public List<SimulatedReceiveConnector> Receive { get; } = [];

    public List<SimulatedSendConnector> Send { get; } = [];

    public long MaxSendSize { get; set; } = 10 << 20;

    public long MaxReceiveSize { get; set; } = 10 << 20;

    public HashSet<string> EdgeServers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What Test-EdgeSynchronization says by Edge server, without its domain.</summary>
    public Dictionary<string, string> SyncStatus { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Certificates: the names in it, the services it is for.</summary>
    public List<(string[] Names, string Services)> Certificates { get; } = [];

    public HashSet<string> AcceptedDomains { get; } =
        new(StringComparer.OrdinalIgnoreCase) { "example.com" };

    /// <summary>The connector that an address reaches on a port of a server, or null.</summary>
    public SimulatedReceiveConnector? Reached(string server, int port, string client) => Receive
        .Where(connector => connector.IsEnabled && connector.Port == port
            && SimulatedExchange.IsSame(connector.Server, server)
            && connector.Match(IPAddress.Parse(client)) is not null)
        .MaxBy(connector => connector.Match(IPAddress.Parse(client)));

    /// <summary>The answer to RCPT TO of a session without a login.</summary>
    public string AnswerRecipient(SimulatedReceiveConnector connector, string address)
    {
        var isOurs = AcceptedDomains.Contains(address.Split('@')[^1]);
        var isEdge = EdgeServers.Contains(connector.Server);
        var isPostmaster = address.StartsWith("postmaster@", StringComparison.Ordinal);
        // An Edge server knows the recipients; the front end of a mailbox server asks for them after DATA.
        return isOurs && isEdge && isPostmaster ? "550 5.1.1 User unknown"
            : isOurs || connector.LetsAnybody(SimulatedReceiveConnector.AnyRecipient)
                ? "250 2.1.5 Recipient OK"
            : isEdge ? "550 5.7.1 Unable to relay"
            : "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain";
    }

    /// <summary>Whether an anonymous session can send to strangers through any port.</summary>
    public bool Relays(string server, string client) => Receive
        .Where(connector => SimulatedExchange.IsSame(connector.Server, server))
        .Select(connector => Reached(server, connector.Port, client))
        .OfType<SimulatedReceiveConnector>()
        .Any(connector => connector.LetsAnybody("ms-Exch-SMTP-Submit")
            && AnswerRecipient(connector, "somebody@example.net").StartsWith('2'));
}
