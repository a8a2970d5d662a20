using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Checks;

/// <summary>
/// Subnets given by address block have a size AWS allows, lie inside the VPC and share no address.
/// </summary>
internal sealed class SubnetBlocksCheck : ICheck
{
    // Amazon VPC user guide, "Subnet CIDR blocks" (2026): /16 to /28.
    private const int LargestPrefix = 16;
    private const int SmallestPrefix = 28;

    public IReadOnlyList<string> Subjects { get; } =
        ["network.zones", "network.cidr", "network.privateSubnetCidrs", "network.publicSubnetCidrs"];

    public IEnumerable<Finding> Run(DeploymentPlan plan) =>
        plan.HasKnownSubnets() ? plan.Network.Subnets.SelectMany((_, index) => Look(plan, index)) : [];

    private static IEnumerable<Finding> Look(DeploymentPlan plan, int index)
    {
        var subnet = plan.Network.Subnets[index];
        if (KeyOf(plan, subnet) is not { } key)
        {
            yield break;
        }

        if (subnet.Cidr.PrefixLength is < LargestPrefix or > SmallestPrefix)
        {
            yield return Finding.Error(key, $"{key} contains {subnet.Cidr}; AWS allows subnets of "
                + $"/{LargestPrefix} to /{SmallestPrefix}. Use a block of that size.");
        }

        if (plan.Network.Cidr is { } cidr && !AddressBlock.Contains(cidr, subnet.Cidr))
        {
            yield return Finding.Error(key, $"{key} contains {subnet.Cidr}, which lies outside network.cidr "
                + $"{cidr}. Use a block inside it.");
        }

        var overlapped = plan.Network.Subnets
            .Where((other, place) => place < index || KeyOf(plan, other) is null)
            .Where(other => other.Cidr.Overlaps(subnet.Cidr));
        foreach (var other in overlapped)
        {
            yield return Finding.Error(key, $"{key} contains {subnet.Cidr}, which shares addresses with the "
                + $"{(other.Tier == SubnetTier.Private ? "private" : "public")} subnet {other.Cidr} of "
                + $"{other.Zone}. Use blocks that do not overlap.");
        }
    }

    // Null when the block is derived and cannot be at fault.
    private static string? KeyOf(DeploymentPlan plan, SubnetPlan subnet) =>
        (subnet.Tier, plan.Settings.Network) switch
        {
            (SubnetTier.Private, { PrivateSubnetCidrs: not null }) => "network.privateSubnetCidrs",
            (SubnetTier.Public, { PublicSubnetCidrs: not null }) => "network.publicSubnetCidrs",
            _ => null,
        };
}
