namespace ExchangeOnAws.Planning;

/// <summary>How the members of a zone come back into the group once the zone is there again.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Members">Its members.</param>
/// <param name="Runner">The member of another zone that takes them back.</param>
public sealed record SwitchBack(string Zone, IReadOnlyList<HostPlan> Members, HostPlan Runner)
{
    /// <summary>What the operator starts: switch-back-eu-west-1a.</summary>
    public string Name => $"switch-back-{Zone}";

    internal static IReadOnlyList<SwitchBack> Of(ClusterPlan cluster) =>
    [
        .. from zone in cluster.Members.GroupBy(member => member.Zone)
           let runner = cluster.Members.FirstOrDefault(member => member.Zone != zone.Key)
           where runner is not null
           select new SwitchBack(zone.Key, [.. zone], runner),
    ];
}
