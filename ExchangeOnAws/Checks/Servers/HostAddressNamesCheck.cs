using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>An address is given to a host that exists and has a fixed one.</summary>
internal sealed class HostAddressNamesCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
    [
        "network.hostAddresses", "network.zones", "directory.existing",
        "directory.namePrefix", "mailbox.namePrefix",
        "mailbox.witnessName", "mailbox.nodesPerZone", "mailbox.witness", "edge.namePrefix", "edge.servers",
    ];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        string[] hosts = [.. plan.Hosts
            .Where(host => host.Role != HostRole.Gateway).Select(host => host.Name)];
        return plan.Settings.Network.HostAddresses.Keys.Except(hosts).Select(name => Finding.Error(
            $"network.hostAddresses.{name}",
            $"network.hostAddresses.{name} names no host of the plan that has a fixed address. The hosts are "
                + $"{string.Join(", ", hosts)}."));
    }
}
