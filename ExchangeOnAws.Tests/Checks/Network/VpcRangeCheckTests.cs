using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class VpcRangeCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new VpcRangeCheck();

    [TestCase("10.255.0.0/16")]
    [TestCase("172.31.0.0/16")]
    [TestCase("192.168.4.0/22")]
    [TestCase("100.64.0.0/16")]
    public void Private_range_is_fine(string cidr) =>
        AssertSays(Plans.WithNetwork(network => network with { Cidr = Plans.Blocks(cidr)[0] }));

    [TestCase("172.32.0.0/16")]
    [TestCase("100.128.0.0/16")]
    [TestCase("52.16.0.0/16")]
    public void Range_of_somebody_else_is_a_warning(string cidr) => AssertSays(
        Plans.WithNetwork(network => network with { Cidr = Plans.Blocks(cidr)[0] }),
        Finding.Warning("network.cidr", $"network.cidr {cidr} is outside the private ranges, so servers "
            + "cannot reach its real owners on the internet. Use a block of 10.0.0.0/8, 172.16.0.0/12, "
            + "192.168.0.0/16 or 100.64.0.0/10."));
}
