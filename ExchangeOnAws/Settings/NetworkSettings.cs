using System.Net;

namespace ExchangeOnAws.Settings;

/// <summary>How many NAT gateways give the private subnets their way out.</summary>
public enum NatGateways
{
    /// <summary>One in every zone: the loss of a zone takes away no other zone's way out.</summary>
    OnePerZone,

    /// <summary>One in the first zone: cheaper, and the way out is lost with that zone.</summary>
    Single,
}

/// <summary>The network of the deployment: a new VPC, or an existing one.</summary>
public sealed record NetworkSettings
{
    [Setting("Availability Zones, in order. Mailbox members live in the first two, or in all three with "
        + "witness: fullNode.", IsRequired = true, Example = "[eu-west-1a, eu-west-1b]",
        Minimum = 2, Maximum = 3,
        RangeReason = "the deployment spans two or three zones", Form = SettingForm.Zone)]
    public IReadOnlyList<string> Zones { get; init; } = [];

    [Setting("Address block of the new VPC, /16 to /24. Subnets and host addresses are derived from it.",
        DerivedDefault = "10.0.0.0/16 for a new VPC")]
    public IPNetwork? Cidr { get; init; }

    [Setting("Private subnets' address blocks, one per zone in the order of zones.",
        DerivedDefault = "eighths of cidr", Minimum = 2, Maximum = 3)]
    public IReadOnlyList<IPNetwork>? PrivateSubnetCidrs { get; init; }

    [Setting("Public subnets' address blocks, one per zone in the order of zones.",
        DerivedDefault = "sixteenths of cidr, from its middle", Minimum = 2, Maximum = 3)]
    public IReadOnlyList<IPNetwork>? PublicSubnetCidrs { get; init; }

    [Setting("Private addresses by host name, for servers that must not have the derived one, for example "
        + "EXA1: 10.0.0.50.", DerivedDefault = "a fixed place in each subnet")]
    public IReadOnlyDictionary<string, IPAddress> HostAddresses { get; init; } =
        new Dictionary<string, IPAddress>();

    [Setting("NAT gateways: onePerZone keeps every zone's way out apart, single is cheaper.")]
    public NatGateways NatGateways { get; init; } = NatGateways.OnePerZone;

    [Setting("Private endpoints for Systems Manager, Secrets Manager, KMS and CloudWatch Logs in every zone, "
        + "so that servers are configured without the internet.",
        DerivedDefault = "true in a new VPC, false in an existing one")]
    public bool? InterfaceEndpoints { get; init; }

    [Setting("Days for which the VPC's flow logs are kept; 0 turns flow logs off.",
        Minimum = 0, Maximum = 3653)]
    public int FlowLogRetentionDays { get; init; } = 90;

    [Setting("An existing VPC to deploy into, in place of cidr. "
        + "Needs privateSubnetIds and privateSubnetCidrs.",
        Example = "vpc-0a1b2c3d4e5f67890", DerivedDefault = "a new VPC", Form = SettingForm.VpcId)]
    public string? VpcId { get; init; }

    [Setting("Private subnets of the existing VPC, one per zone in the order of zones.",
        Minimum = 2, Maximum = 3,
        Example = "[subnet-0a1b2c3d4e5f67890, subnet-1a1b2c3d4e5f67890]", Form = SettingForm.SubnetId)]
    public IReadOnlyList<string>? PrivateSubnetIds { get; init; }

    [Setting("Public subnets of the existing VPC, one per zone in the order of zones; needed for RD Gateway, "
        + "Edge Transport and an internet-facing load balancer.", Minimum = 2, Maximum = 3,
        Form = SettingForm.SubnetId)]
    public IReadOnlyList<string>? PublicSubnetIds { get; init; }
}
