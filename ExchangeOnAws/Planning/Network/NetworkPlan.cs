using System.Net;

namespace ExchangeOnAws.Planning;

/// <summary>An Availability Zone of the deployment.</summary>
/// <param name="Name">For example eu-west-1a.</param>
/// <param name="Letter">The last letter of the name in capitals, which host names carry.</param>
public sealed record ZonePlan(string Name, char Letter);

/// <summary>Which way out a subnet has.</summary>
public enum SubnetTier
{
    /// <summary>Out through a NAT gateway; nothing comes in from the internet.</summary>
    Private,

    /// <summary>In and out through the internet gateway.</summary>
    Public,
}

/// <summary>A subnet, created or existing.</summary>
/// <param name="Tier">Private or public.</param>
/// <param name="Zone">The zone's name.</param>
/// <param name="Cidr">Its addresses.</param>
/// <param name="Reserved">Blocks that AWS must not hand out by itself, because hosts have them.</param>
/// <param name="ExistingId">The id of an existing subnet; null when it is created.</param>
public sealed record SubnetPlan(
    SubnetTier Tier, string Zone, IPNetwork Cidr, IReadOnlyList<IPNetwork> Reserved, string? ExistingId);

/// <summary>The network as it will be.</summary>
public sealed record NetworkPlan
{
    /// <summary>Zones in the order of the stack file.</summary>
    public required IReadOnlyList<ZonePlan> Zones { get; init; }

    /// <summary>The VPC's addresses; of an existing VPC, null.</summary>
    public required IPNetwork? Cidr { get; init; }

    /// <summary>The existing VPC's id; null when the VPC is created.</summary>
    public required string? ExistingVpcId { get; init; }

    /// <summary>One private and, unless an existing VPC has none, one public subnet per zone.</summary>
    public required IReadOnlyList<SubnetPlan> Subnets { get; init; }

    /// <summary>For every zone, the zone whose NAT gateway it uses; empty in an existing VPC.</summary>
    public required IReadOnlyDictionary<string, string> NatZoneByZone { get; init; }

    /// <summary>Short names of the AWS services with an interface endpoint, for example ssm.</summary>
    public required IReadOnlyList<string> InterfaceEndpoints { get; init; }

    /// <summary>Days; 0 when there are no flow logs.</summary>
    public required int FlowLogRetentionDays { get; init; }

    public IEnumerable<SubnetPlan> PrivateSubnets =>
        Subnets.Where(subnet => subnet.Tier == SubnetTier.Private);

    public IEnumerable<SubnetPlan> PublicSubnets => Subnets.Where(subnet => subnet.Tier == SubnetTier.Public);

    /// <summary>Zones that have a NAT gateway.</summary>
    public IEnumerable<string> NatZones => NatZoneByZone.Values.Distinct();

    public SubnetPlan? Subnet(SubnetTier tier, string zone) =>
        Subnets.FirstOrDefault(subnet => subnet.Tier == tier && subnet.Zone == zone);

    /// <summary>
    /// The blocks of addresses that are inside the network: the VPC's, or the known subnets'.
    /// </summary>
    public IReadOnlyList<IPNetwork> OwnBlocks =>
        Cidr is { } cidr ? [cidr] : [.. Subnets.Select(subnet => subnet.Cidr)];
}
