using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>A list of subnets has one entry per zone.</summary>
internal sealed class SubnetCountCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
    [
        "network.zones", "network.privateSubnetIds", "network.publicSubnetIds", "network.privateSubnetCidrs",
        "network.publicSubnetCidrs",
    ];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var network = plan.Settings.Network;
        var zones = network.Zones.Count;
        (string Key, int? Count)[] lists =
        [
            ("network.privateSubnetIds", network.PrivateSubnetIds?.Count),
            ("network.publicSubnetIds", network.PublicSubnetIds?.Count),
            ("network.privateSubnetCidrs", network.PrivateSubnetCidrs?.Count),
            ("network.publicSubnetCidrs", network.PublicSubnetCidrs?.Count),
        ];
        return lists
            .Where(list => list.Count is { } count && count != zones)
            .Select(list => Finding.Error(list.Key, $"{list.Key} has {list.Count} entries and network.zones "
                + $"has {zones}; every zone has one subnet of a kind. List {zones}, in the order of "
                + "network.zones."));
    }
}
