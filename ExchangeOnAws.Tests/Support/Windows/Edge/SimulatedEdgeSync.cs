namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A subscription in the organisation.</summary>
public sealed record SimulatedSubscription(string Name, string Domain, string Site)
{
    /// <summary>The bootstrap account's password in the file that was imported last.</summary>
    public string Password { get; set; } = "";

    public DateTime ImportedAt { get; set; }

    public DateTime SynchronizedAt { get; set; }

    /// <summary>Servers that take part: those that were there at the import.</summary>
    public IReadOnlyList<string> Participants { get; set; } = [];
}

/// <summary>Subscriptions, sites and send connectors, as a member of the cluster sees them.</summary>
public sealed class SimulatedEdgeSync
{
    /// <summary>How long EdgeSync takes to see a subscription.</summary>
    public static readonly TimeSpan Discovery = TimeSpan.FromMinutes(3);

    /// <summary>Members and their sites.</summary>
    public SortedDictionary<string, string> Sites { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<SimulatedSubscription> Subscriptions { get; } = [];

    /// <summary>Source servers by send connector.</summary>
    public SortedDictionary<string, List<string>> Connectors { get; } = new(StringComparer.Ordinal);

    /// <summary>From when on a connector that an import made is seen at another domain controller.</summary>
    public Dictionary<string, DateTime> SeenAt { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether an import makes the connector to the internet; the first one does.</summary>
    public bool ImportConnects { get; set; } = true;

    /// <summary>How long the domain controllers take to tell each other.</summary>
    public TimeSpan ReplicationDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The Edge Transport servers whose port 50636 answers, by full name.</summary>
    public Dictionary<string, SimulatedEdge> Reachable { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Another member has the lease, and does the synchronising.</summary>
    public bool IsLeasedElsewhere { get; set; }

    public SimulatedSubscription Find(string name) =>
        Subscriptions.FirstOrDefault(found => SimulatedExchange.IsSame(found.Name, name))
        ?? throw SimulatedExchange.NotFound(name);

    public void Import(SimulatedEdge edge, string password, string site, DateTime now)
    {
        var found = Subscriptions.FirstOrDefault(other => SimulatedExchange.IsSame(other.Name, edge.Name));
        if (found is null)
        {
            Subscriptions.Add(found = new(edge.Name, edge.Suffix, site));
        }

        (found.Password, found.ImportedAt) = (password, now);
        found.Participants = [.. Sites.Where(server => server.Value == site).Select(server => server.Key)];
    }

    /// <summary>One attempt; says whether the Edge Transport server took what was sent.</summary>
    public bool Synchronize(SimulatedSubscription subscription, DateTime now)
    {
        if (now < subscription.ImportedAt + Discovery
            || !Reachable.TryGetValue($"{subscription.Name}.{subscription.Domain}", out var edge))
        {
            return false;
        }

        var isKnown = subscription.SynchronizedAt > subscription.ImportedAt;
        if (!isKnown && (edge.Bootstrap.Password != subscription.Password || now > edge.Bootstrap.EndsAt))
        {
            return false;
        }

        subscription.SynchronizedAt = now;
        edge.AcceptedDomains.Clear();
        edge.AcceptedDomains.Add("example.com");
        return true;
    }

    public void Connect(string connector, string server, DateTime now)
    {
        if (!Connectors.TryGetValue(connector, out var sources))
        {
            Connectors[connector] = sources = [];
            SeenAt[connector] = now + ReplicationDelay;
        }

        if (!sources.Contains(server))
        {
            sources.Add(server);
        }
    }

    /// <summary>A connector without a source server goes too.</summary>
    public void Remove(SimulatedSubscription subscription)
    {
        Subscriptions.Remove(subscription);
        foreach (var (name, sources) in Connectors.ToArray())
        {
            sources.Remove(subscription.Name);
            if (sources.Count == 0)
            {
                Connectors.Remove(name);
            }
        }
    }
}
