namespace ExchangeOnAws.Planning;

/// <summary>What a failure means for mail.</summary>
public enum FailureOutcome
{
    /// <summary>Mail goes on, or comes back by itself.</summary>
    Automatic,

    /// <summary>All mail is still there, but somebody has to bring the service back.</summary>
    Manual,

    /// <summary>At least one database has no copy left.</summary>
    DataLoss,
}

/// <summary>A failure and what it means.</summary>
/// <param name="Lost">The hosts or the zone that are lost at the same moment.</param>
/// <param name="Outcome">What that means for mail.</param>
public sealed record FailureCase(IReadOnlyList<string> Lost, FailureOutcome Outcome);

/// <summary>The votes of a cluster, and what follows from losing some of them at once.</summary>
/// <remarks>
/// A group with an even number of members adds the witness's vote, one with an odd number does not (node
/// majority); a majority of all votes must be left. Windows' dynamic quorum only helps between failures that
/// come one after another, so it is not counted on. Source: Microsoft, "Database availability groups", quorum
/// models.
/// </remarks>
public sealed class Quorum
{
    private readonly IReadOnlyList<string> _voters;
    private readonly IReadOnlyList<DatabasePlan> _databases;
    private readonly IReadOnlyList<HostPlan> _domainControllers;

    /// <param name="cluster">Members, witness and databases.</param>
    /// <param name="domainControllers">The domain controllers that are created; none when the domain
    /// exists.</param>
    public Quorum(ClusterPlan cluster, IReadOnlyList<HostPlan> domainControllers)
    {
        var members = cluster.Members.Select(member => member.Name);
        WitnessVotes = cluster.Members.Count % 2 == 0 && cluster.Witness is not null;
        _voters = WitnessVotes ? [.. members, cluster.Witness!.Name] : [.. members];
        _databases = cluster.Databases;
        _domainControllers = domainControllers;
        Hosts = cluster.Witness is null
            ? [.. domainControllers, .. cluster.Members]
            : [.. domainControllers, .. cluster.Members, cluster.Witness];
    }

    /// <summary>The number of members is even, so the witness has a vote.</summary>
    public bool WitnessVotes { get; }

    /// <summary>The hosts whose loss is looked at.</summary>
    public IReadOnlyList<HostPlan> Hosts { get; }

    /// <summary>What the loss of all these hosts at one moment means.</summary>
    public FailureOutcome Assess(IReadOnlySet<string> lost)
    {
        if (_databases.Any(database => database.Copies.All(copy => lost.Contains(copy.Member))))
        {
            return FailureOutcome.DataLoss;
        }

        var isDirectoryLost = _domainControllers.Count > 0
            && _domainControllers.All(controller => lost.Contains(controller.Name));
        return HasMajority(lost) && !isDirectoryLost
            ? FailureOutcome.Automatic
            : FailureOutcome.Manual;
    }

    /// <summary>More than half of the votes are left when all these hosts are lost.</summary>
    public bool HasMajority(IReadOnlySet<string> lost) =>
        _voters.Count(voter => !lost.Contains(voter)) * 2 > _voters.Count;

    /// <summary>Every zone, every host and every pair of hosts, in that order.</summary>
    public IReadOnlyList<FailureCase> Failures(IEnumerable<string> zones)
    {
        var cases = new List<FailureCase>();
        foreach (var zone in zones)
        {
            var inZone = Hosts.Where(host => host.Zone == zone).Select(host => host.Name).ToHashSet();
            cases.Add(new FailureCase([zone], Assess(inZone)));
        }

        cases.AddRange(Hosts.Select(host => Case(host.Name)));
        for (var first = 0; first < Hosts.Count; first++)
        {
            for (var second = first + 1; second < Hosts.Count; second++)
            {
                cases.Add(Case(Hosts[first].Name, Hosts[second].Name));
            }
        }

        return cases;
    }

    private FailureCase Case(params string[] hosts) => new(hosts, Assess(hosts.ToHashSet()));
}
