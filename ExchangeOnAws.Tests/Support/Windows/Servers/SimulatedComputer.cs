namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The machine's name, its domain and its one network adapter.</summary>
public sealed class SimulatedComputer
{
    public string Name { get; set; } = "EC2AMAZ-TEST";

    /// <summary>The domain it has joined; WORKGROUP before.</summary>
    public string Domain { get; set; } = "WORKGROUP";

    public bool IsJoined => Domain != "WORKGROUP";

    /// <summary>Win32_ComputerSystem.DomainRole: 2 and 3 are servers, 4 and 5 domain controllers.</summary>
    public int DomainRole { get; set; } = 2;

    /// <summary>Whether a member and its domain still know each other's secret.</summary>
    public bool HasSecureChannel { get; set; } = true;

    public List<string> DnsServers { get; } = ["10.0.0.2"];

    /// <summary>Domains that answer, with the DNS servers through which they are found.</summary>
    public Dictionary<string, List<string>> ReachableDomains { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Members of local groups.</summary>
    public Dictionary<string, HashSet<string>> LocalGroups { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Administrators"] = new(StringComparer.OrdinalIgnoreCase) { "Administrator" },
    };

    public bool CanFind(string domain) =>
        ReachableDomains.TryGetValue(domain, out var servers) && servers.Intersect(DnsServers).Any();
}
