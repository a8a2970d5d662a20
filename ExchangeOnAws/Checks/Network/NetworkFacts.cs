using System.Net;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>
/// What rules about addresses take for granted; where it is not so, another rule has said that already and
/// theirs would only repeat it.
/// </summary>
internal static class NetworkFacts
{
    public static bool HasDistinctZones(this DeploymentPlan plan) =>
        plan.Network.Zones.DistinctBy(zone => zone.Letter).Count() == plan.Network.Zones.Count;

    /// <summary>The size is one that subnets can be derived for.</summary>
    public static bool IsVpcSize(IPNetwork cidr) =>
        cidr.PrefixLength is >= NetworkPlanner.LargestVpcPrefix and <= NetworkPlanner.SmallestVpcPrefix;

    /// <summary>The plan's subnets are what the settings mean, and not a stand-in.</summary>
    public static bool HasKnownSubnets(this DeploymentPlan plan)
    {
        var settings = plan.Settings.Network;
        var hasNoPublic = settings.VpcId is not null && settings.PublicSubnetIds is null;
        return plan.HasDistinctZones()
            && IsKnown(plan.Network, settings.PrivateSubnetCidrs)
            && (hasNoPublic || IsKnown(plan.Network, settings.PublicSubnetCidrs));
    }

    private static bool IsKnown(NetworkPlan network, IReadOnlyList<IPNetwork>? blocks) => blocks is null
        ? network.Cidr is { } cidr && IsVpcSize(cidr)
        : blocks.Count == network.Zones.Count;
}
