using ExchangeOnAws.Settings;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Settings;

public sealed class NearestNameTests
{
    private static readonly string[] s_names = ["zones", "cidr", "natGateways", "vpcId", "privateSubnetIds"];

    [TestCase("natGateway", "natGateways")]
    [TestCase("natgateways", "natGateways")]
    [TestCase("NATGATEWAYS", "natGateways")]
    [TestCase("gatewaysNat", null)]
    [TestCase("zone", "zones")]
    [TestCase("cdir", "cidr")]
    [TestCase("vpc", "vpcId")]
    [TestCase("privateSubnets", "privateSubnetIds")]
    [TestCase("colour", null)]
    [TestCase("", null)]
    public void Typed_name_has_the_nearest_name(string typed, string? nearest) =>
        Assert.That(NearestName.Of(typed, s_names), Is.EqualTo(nearest));

    [Test]
    public void Two_names_equally_near_give_the_first_in_the_alphabet() =>
        Assert.That(NearestName.Of("dab", ["dad", "cab"]), Is.EqualTo("cab"));

    [Test]
    public void No_names_have_no_nearest() => Assert.That(NearestName.Of("zones", []), Is.Null);
}
