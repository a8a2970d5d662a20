using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class SubnetBlocksCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new SubnetBlocksCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
        [Plans.TwoZones, Plans.ThreeZones, Plans.WithNetwork(_ => Plans.ExistingVpc)];

    [Test]
    public void Block_smaller_than_a_subnet_can_be_is_an_error() => AssertSays(
        Plans.WithNetwork(network =>
            network with { PublicSubnetCidrs = Plans.Blocks("10.0.128.0/24", "10.0.129.0/29") }),
        Finding.Error("network.publicSubnetCidrs", "network.publicSubnetCidrs contains 10.0.129.0/29; AWS "
            + "allows subnets of /16 to /28. Use a block of that size."));

    [Test]
    public void Block_outside_the_vpc_is_an_error() => AssertSays(
        Plans.WithNetwork(network =>
            network with { PrivateSubnetCidrs = Plans.Blocks("10.0.0.0/24", "10.1.0.0/24") }),
        Finding.Error("network.privateSubnetCidrs", "network.privateSubnetCidrs contains 10.1.0.0/24, which "
            + "lies outside network.cidr 10.0.0.0/16. Use a block inside it."));

    [Test]
    public void Overlapping_blocks_of_one_list_are_an_error() => AssertSays(
        Plans.WithNetwork(network =>
            network with { PrivateSubnetCidrs = Plans.Blocks("10.0.0.0/19", "10.0.16.0/20") }),
        Finding.Error("network.privateSubnetCidrs", "network.privateSubnetCidrs contains 10.0.16.0/20, which "
            + "shares addresses with the private subnet 10.0.0.0/19 of eu-west-1a. Use blocks that do not "
            + "overlap."));

    [Test]
    public void Block_over_a_derived_subnet_is_an_error() => AssertSays(
        Plans.WithNetwork(network =>
            network with { PrivateSubnetCidrs = Plans.Blocks("10.0.0.0/19", "10.0.128.0/24") }),
        Finding.Error("network.privateSubnetCidrs", "network.privateSubnetCidrs contains 10.0.128.0/24, "
            + "which shares addresses with the public subnet 10.0.128.0/20 of eu-west-1a. Use blocks that do "
            + "not overlap."));

    [Test]
    public void Overlapping_blocks_of_both_lists_are_told_once() => Assert.That(
        Run(Plans.WithNetwork(network => network with
        {
            PrivateSubnetCidrs = Plans.Blocks("10.0.0.0/24", "10.0.1.0/24"),
            PublicSubnetCidrs = Plans.Blocks("10.0.1.0/24", "10.0.2.0/24"),
        })).Select(finding => finding.Subject), Is.EqualTo(new[] { "network.publicSubnetCidrs" }));

    [Test]
    public void List_of_another_length_is_left_to_its_own_rule() => AssertSays(
        Plans.WithNetwork(network => network with { PrivateSubnetCidrs = Plans.Blocks("10.9.0.0/24") }));
}
