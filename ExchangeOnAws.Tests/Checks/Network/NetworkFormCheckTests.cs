using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class NetworkFormCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new NetworkFormCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones,
        Plans.WithNetwork(_ => Plans.ExistingVpc),
        Plans.WithNetwork(_ => Plans.ExistingVpc with { PublicSubnetIds = null, PublicSubnetCidrs = null }),
    ];

    [Test]
    public void Address_block_of_an_existing_vpc_is_an_error() => AssertSays(
        Plans.WithNetwork(_ => Plans.ExistingVpc with { Cidr = Plans.Blocks("10.20.0.0/16")[0] }),
        Finding.Error("network.cidr", "network.cidr is 10.20.0.0/16 and network.vpcId is "
            + "vpc-0a1b2c3d4e5f67890; an existing VPC has its addresses already. Remove network.cidr, or "
            + "network.vpcId for a new VPC."));

    [Test]
    public void Nat_gateways_in_an_existing_vpc_are_an_error() => AssertSays(
        Plans.WithNetwork(_ => Plans.ExistingVpc with { NatGateways = NatGateways.Single }),
        Finding.Error("network.natGateways", "network.natGateways is single and network.vpcId is "
            + "vpc-0a1b2c3d4e5f67890; the routes of an existing VPC are left as they are. Remove "
            + "network.natGateways, or network.vpcId for a new VPC."));

    [Test]
    public void Existing_vpc_without_private_subnets_is_an_error() => AssertSays(
        Plans.WithNetwork(_ => Plans.ExistingVpc with { PrivateSubnetIds = null, PrivateSubnetCidrs = null }),
        Finding.Error("network.privateSubnetIds", "network.privateSubnetIds is not set and network.vpcId is "
            + "vpc-0a1b2c3d4e5f67890; servers need private subnets. Add network.privateSubnetIds with one "
            + "entry per zone, in the order of network.zones."),
        Finding.Error("network.privateSubnetCidrs", "network.privateSubnetCidrs is not set and network.vpcId "
            + "is vpc-0a1b2c3d4e5f67890; the plan gives servers addresses without asking AWS. Add "
            + "network.privateSubnetCidrs with one entry per zone, in the order of network.zones."));

    [Test]
    public void Public_subnets_without_their_blocks_are_an_error() => AssertSays(
        Plans.WithNetwork(_ => Plans.ExistingVpc with { PublicSubnetCidrs = null }),
        Finding.Error("network.publicSubnetCidrs", "network.publicSubnetCidrs is not set and "
            + "network.publicSubnetIds is set; the plan gives servers addresses without asking AWS. Add "
            + "network.publicSubnetCidrs with one entry per zone, in the order of network.zones."));

    [Test]
    public void Public_blocks_without_their_subnets_are_an_error() => AssertSays(
        Plans.WithNetwork(_ => Plans.ExistingVpc with { PublicSubnetIds = null }),
        Finding.Error("network.publicSubnetIds", "network.publicSubnetIds is not set and "
            + "network.publicSubnetCidrs is set; no subnet is created in vpc-0a1b2c3d4e5f67890. Add "
            + "network.publicSubnetIds with one entry per zone, in the order of network.zones."));

    [Test]
    public void Subnets_without_their_vpc_are_an_error() => AssertSays(
        Plans.WithNetwork(_ => Plans.ExistingVpc with { VpcId = null }),
        Finding.Error("network.privateSubnetIds", "network.privateSubnetIds is set and network.vpcId is not; "
            + "a new VPC gets new subnets. Set network.vpcId, or remove network.privateSubnetIds."),
        Finding.Error("network.publicSubnetIds", "network.publicSubnetIds is set and network.vpcId is not; a "
            + "new VPC gets new subnets. Set network.vpcId, or remove network.publicSubnetIds."));
}
