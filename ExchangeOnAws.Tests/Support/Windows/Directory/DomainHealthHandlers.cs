namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>
/// What shows whether a domain controller is healthy: shares, locator records, replication links.
/// </summary>
public sealed class SimulatedHealth
{
    public HashSet<string> Shares { get; } = new(StringComparer.OrdinalIgnoreCase) { "SYSVOL", "NETLOGON" };

    /// <summary>Host names in the SRV record of the domain's controllers.</summary>
    public List<string> Controllers { get; } = [];

    /// <summary>Last result of the replication from each partner.</summary>
    public Dictionary<string, int> Links { get; } = [];

    /// <summary>Before, there is no share, no record, no link.</summary>
    public DateTime HealthyAt { get; set; }
}

public sealed class DomainHealthHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Pure("Clear-DnsClientCache", _ => null),
        Reads("Get-SmbShare", call => call.Texts("Name")
            .Where(name => Health(call) is { } health ? health.Shares.Contains(name) : throw NoShare(name))
            .Select(name => Record.Of(("Name", name)))),
        Reads("Resolve-DnsName", call => Health(call) is { Controllers: [_, ..] names }
            ? names
                .Select(name => Record.Of(("Name", call.Text("Name")), ("Type", "SRV"), ("NameTarget", name)))
                .Append(Record.Of(("Name", names[0]), ("Type", "A")))
            : throw new CommandException($"{call.Text("Name")} : DNS name does not exist")),
        Reads("Get-ADReplicationPartnerMetadata", call => (Health(call)?.Links ?? []).Select(
            link => Record.Of(
                ("Partner",
                    $"CN=NTDS Settings,CN={link.Key},CN=Servers,CN=site,CN=Sites,CN=Configuration,DC=mail"),
                ("Partition", "DC=mail"), ("LastReplicationResult", link.Value),
                ("ConsecutiveReplicationFailures", link.Value == 0 ? 0 : 3)))),
    ];

    private static SimulatedHealth? Health(Call call) =>
        call.Windows.Area<SimulatedHealth>() is var health && call.Windows.Now >= health.HealthyAt
            ? health
            : null;

    private static CommandException NoShare(string name) =>
        new($"No MSFT_SMBShare objects found with property 'Name' equal to '{name}'.");
}
