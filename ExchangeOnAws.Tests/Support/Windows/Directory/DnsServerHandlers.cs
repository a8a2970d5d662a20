namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A zone of the DNS server.</summary>
public sealed record SimulatedZone(string Name)
{
    /// <summary>Primary, Secondary, Stub or Forwarder.</summary>
    public string Type { get; init; } = "Primary";

    public bool IsDsIntegrated { get; init; } = true;

    public bool IsAutoCreated { get; init; }

    public bool IsScavenged { get; set; }
}

public sealed class SimulatedDnsServer
{
    public List<string> Forwarders { get; } = ["10.0.0.2"];

    public bool UsesRootHints { get; set; } = true;

    public TimeSpan ScavengingInterval { get; set; }

    public List<SimulatedZone> Zones { get; } =
    [
        new("mail.example.com"),
        new("0.in-addr.arpa") { IsDsIntegrated = false, IsAutoCreated = true },
        new("TrustAnchors"),
        new("partner.example") { Type = "Forwarder" },
    ];
}

/// <summary>The DNS server role.</summary>
public sealed class DnsServerHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-DnsServerForwarder", call => Record.Of(
            ("IPAddress", Server(call).Forwarders.ToArray()), ("UseRootHint", Server(call).UsesRootHints))),
        Changes("Set-DnsServerForwarder", call =>
        {
            Server(call).Forwarders.Clear();
            Server(call).Forwarders.AddRange(call.Texts("IPAddress"));
            Server(call).UsesRootHints = !call.Has("UseRootHint") || call.Flag("UseRootHint");
        }),
        Reads("Get-DnsServerZone", call => Server(call).Zones.Select(zone => Record.Of(
            ("ZoneName", zone.Name), ("ZoneType", zone.Type), ("IsDsIntegrated", zone.IsDsIntegrated),
            ("IsAutoCreated", zone.IsAutoCreated)))),
        Changes("Add-DnsServerPrimaryZone", AddZone),
        Reads("Get-DnsServerScavenging", call => Record.Of(
            ("ScavengingState", Server(call).ScavengingInterval > TimeSpan.Zero),
            ("ScavengingInterval", Server(call).ScavengingInterval))),
        Changes("Set-DnsServerScavenging", call =>
        {
            Server(call).ScavengingInterval =
                call.Flag("ScavengingState") ? (TimeSpan)call.Value("ScavengingInterval")! : TimeSpan.Zero;
        }),
        Reads("Get-DnsServerZoneAging", call => Record.Of(("AgingEnabled", Zone(call).IsScavenged))),
        Changes("Set-DnsServerZoneAging", call => { Zone(call).IsScavenged = call.Flag("Aging"); }),
    ];

    private static SimulatedDnsServer Server(Call call) =>
        call.Windows.Services.Get("DNS").Status == "Running"
            ? call.Windows.Area<SimulatedDnsServer>()
            : throw new CommandException(
                "Failed to get information from server: the RPC server is unavailable.");

    private static SimulatedZone Zone(Call call) =>
        Server(call).Zones.Where(zone => zone is { Type: "Primary", IsAutoCreated: false })
            .FirstOrDefault(zone => zone.Name == call.Text("Name"))
        ?? throw new CommandException($"The zone {call.Text("Name")} was not found on server.");

    private static void AddZone(Call call)
    {
        var network = call.Text("NetworkId").Split('/');
        var labels = network[0].Split('.').Take(int.Parse(network[1], null) / 8).Reverse();
        var name = $"{string.Join(".", labels)}.in-addr.arpa";
        if (Server(call).Zones.Exists(zone => zone.Name == name))
        {
            throw new CommandException($"Failed to create zone {name}: it already exists.");
        }

        Server(call).Zones.Add(new(name));
    }
}
