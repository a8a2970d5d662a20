using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class VpcSizeCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new VpcSizeCheck();

    [TestCase("10.0.0.0/16")]
    [TestCase("10.0.0.0/24")]
    public void Size_within_the_range_is_fine(string cidr) =>
        AssertSays(Plans.WithNetwork(network => network with { Cidr = Plans.Blocks(cidr)[0] }));

    [Test]
    public void Larger_vpc_than_aws_allows_is_an_error() => AssertSays(
        Plans.WithNetwork(network => network with { Cidr = Plans.Blocks("10.0.0.0/15")[0] }),
        Finding.Error("network.cidr", "network.cidr 10.0.0.0/15 is larger than AWS lets a VPC be. Use /16 to "
            + "/24."));

    [Test]
    public void Vpc_without_room_for_subnets_is_an_error() => AssertSays(
        Plans.WithNetwork(network => network with { Cidr = Plans.Blocks("10.0.0.0/25")[0] }),
        Finding.Error("network.cidr", "network.cidr 10.0.0.0/25 holds 128 addresses; public subnets are "
            + "sixteenths of it, and AWS allows none below /28. Use /24 or larger."));
}
