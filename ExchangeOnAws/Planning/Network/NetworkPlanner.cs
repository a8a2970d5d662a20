using System.Net;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Planning;

/// <summary>Derives zones, subnets and gateways from the network settings.</summary>
internal static class NetworkPlanner
{
    /// <summary>The largest and smallest VPC that subnets are derived for.</summary>
    /// <remarks>
    /// AWS allows a VPC of at most /16 and subnets of at least /28 (VPC user guide, "VPC CIDR blocks", 2026);
    /// a public subnet is a sixteenth of the VPC.
    /// </remarks>
    public const int LargestVpcPrefix = 16;

    public const int SmallestVpcPrefix = 24;

    public static readonly IPNetwork DefaultCidr = new(IPAddress.Parse("10.0.0.0"), LargestVpcPrefix);

    // ssmmessages is the agent's own channel. Agents since 3.3.40 need no ec2messages beside it, which newer
    // regions do not have (Systems Manager user guide, "VPC endpoints").
    public static IReadOnlyList<string> EndpointServices { get; } =
        ["kms", "logs", "secretsmanager", "ssm", "ssmmessages"];

    public static NetworkPlan Plan(NetworkSettings settings)
    {
        var zones = settings.Zones
            .Select(zone => new ZonePlan(zone, char.ToUpperInvariant(zone[^1]))).ToArray();
        var isNew = settings.VpcId is null;
        return new NetworkPlan
        {
            Zones = zones,
            Cidr = isNew ? settings.Cidr ?? DefaultCidr : null,
            ExistingVpcId = settings.VpcId,
            Subnets =
            [
                .. Subnets(settings, zones, SubnetTier.Private),
                .. Subnets(settings, zones, SubnetTier.Public),
            ],
            NatZoneByZone = isNew ? NatZones(settings, zones) : new Dictionary<string, string>(),
            InterfaceEndpoints = settings.InterfaceEndpoints ?? isNew ? EndpointServices : [],
            FlowLogRetentionDays = settings.FlowLogRetentionDays,
        };
    }

    private static IEnumerable<SubnetPlan> Subnets(
        NetworkSettings settings, ZonePlan[] zones, SubnetTier tier)
    {
        var ids = tier == SubnetTier.Private ? settings.PrivateSubnetIds : settings.PublicSubnetIds;
        var blocks = tier == SubnetTier.Private ? settings.PrivateSubnetCidrs : settings.PublicSubnetCidrs;
        if (settings.VpcId is not null && tier == SubnetTier.Public && ids is null)
        {
            yield break;
        }

        for (var index = 0; index < zones.Length; index++)
        {
            var block = blocks is not null && index < blocks.Count
                ? blocks[index]
                : DerivedBlock(settings.Cidr ?? DefaultCidr, tier, index);
            var reserved = SubnetOffsets.Of(tier, block).Reserved
                .Select(part => AddressBlock.Containing(block.At(part.Offset), part.Prefix));
            yield return new SubnetPlan(
                tier, zones[index].Name, block, [.. reserved], ids?.ElementAtOrDefault(index));
        }
    }

    // Eighths for private subnets from the start, sixteenths for public ones from the middle, whatever the
    // number of zones: a third zone added later moves no address.
    private static IPNetwork DerivedBlock(IPNetwork vpc, SubnetTier tier, int index) =>
        tier == SubnetTier.Private
            ? vpc.Part(index, Math.Min(32, vpc.PrefixLength + 3))
            : vpc.Part(index + 8, Math.Min(32, vpc.PrefixLength + 4));

    private static Dictionary<string, string> NatZones(NetworkSettings settings, ZonePlan[] zones) => zones
        .DistinctBy(zone => zone.Name)
        .ToDictionary(
            zone => zone.Name,
            zone => settings.NatGateways == NatGateways.Single ? zones[0].Name : zone.Name);
}
