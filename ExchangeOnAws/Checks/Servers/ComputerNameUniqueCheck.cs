using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>No two of computers, database availability group and domain have the same NetBIOS name.</summary>
internal sealed class ComputerNameUniqueCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
    [
        "network.zones", "directory.namePrefix", "directory.netBiosName", "directory.domainName",
        "gateway.namePrefix", "mailbox.namePrefix", "mailbox.witnessName", "mailbox.dagName",
        "edge.namePrefix",
    ];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (!plan.HasDistinctZones())
        {
            return [];
        }

        // One finding per pair of settings, however many names they share.
        return Names(plan)
            .GroupBy(name => name.Name, StringComparer.OrdinalIgnoreCase)
            .SelectMany(same => same
                .Skip(1)
                .Select(name => (First: same.First().Key, Second: name.Key, name.Name)))
            .DistinctBy(clash => (clash.First, clash.Second))
            .Select(clash => Finding.Error(clash.Second, $"{clash.Second} gives the name {clash.Name}, which "
                + $"{clash.First} gives already; NetBIOS names are unique in a domain. Change one of the two "
                + "settings."));
    }

    private static IEnumerable<(string Key, string Name)> Names(DeploymentPlan plan) =>
    [
        ("directory.netBiosName", plan.Directory.NetBiosName),
        .. plan.Hosts.Select(host => (HostSettings.Name(host.Role), host.Name)),
        ("mailbox.dagName", plan.Cluster.DagName),

        // What the hosts of RD Gateway have in common: the steps of a server of that name would be theirs.
        ("gateway.hosts", GatewaySteps.Target.ToUpperInvariant()),
    ];
}
