namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>
/// What preparations and servers of Exchange a forest of one domain has: versions, organization, role bits.
/// </summary>
public sealed record ExchangePreparation(
    int Schema = 0, int Organization = 0, int Domain = 0, string Name = "", int ServerRoles = 0);

/// <summary>The directory as its domain controllers hold it, each some time after the first one.</summary>
public sealed class SimulatedForest
{
    private readonly List<(DateTime At, ExchangePreparation What)> _preparations = [];
    private readonly List<(DateTime At, string Group, string[] Members)> _memberships = [];

    public string DomainName { get; set; } = "corp.example.com";

    public string RootDomain { get; set; } = "corp.example.com";

    public string Root => string.Join(",", DomainName.Split('.').Select(label => $"DC={label}"));

    /// <summary>Host names, with the time that replication to each takes.</summary>
    public Dictionary<string, TimeSpan> Controllers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Domain controllers that do not answer until then.</summary>
    public Dictionary<string, DateTime> SilentUntil { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Mailbox databases of the organization, with the servers that own them.</summary>
    public Dictionary<string, string> Databases { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the domain controller that setup writes to has.</summary>
    public ExchangePreparation Latest => _preparations is [.., var last] ? last.What : new();

    public void Prepare(DateTime now, ExchangePreparation what) => _preparations.Add((now, what));

    public void SetMembers(DateTime now, string group, IEnumerable<string> members) =>
        _memberships.Add((now, group, [.. members]));

    public ExchangePreparation SeenBy(string server, DateTime now)
    {
        var known = now - Delay(server, now);
        return _preparations.LastOrDefault(entry => entry.At <= known).What ?? new();
    }

    /// <summary>Null: that domain controller does not know the group yet.</summary>
    public string[]? MembersSeenBy(string server, DateTime now, string group)
    {
        var known = now - Delay(server, now);
        return _memberships.LastOrDefault(entry => entry.Group == group && entry.At <= known).Members;
    }

    /// <summary>By host name; localhost and the domain's name are the first one.</summary>
    private TimeSpan Delay(string server, DateTime now)
    {
        var host = server is "localhost" || server == DomainName ? Controllers.Keys.First() : server;
        return Controllers.TryGetValue(host, out var delay) && now >= SilentUntil.GetValueOrDefault(host)
            ? delay
            : throw CommandException.Terminating($"Unable to contact the server {server}.");
    }
}
