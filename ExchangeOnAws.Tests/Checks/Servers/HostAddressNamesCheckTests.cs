using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class HostAddressNamesCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new HostAddressNamesCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones,
        Plans.WithHostAddresses(("EXA1", "10.0.0.50"), ("WITNESS", "10.0.0.60")),
    ];

    [TestCase("EXC1")]
    [TestCase("exa1")]
    [TestCase("RDGWA1")]
    public void Address_of_a_host_without_a_fixed_one_is_an_error(string name) => AssertSays(
        Plans.WithHostAddresses((name, "10.0.0.50")),
        Finding.Error($"network.hostAddresses.{name}", $"network.hostAddresses.{name} names no host of the "
            + "plan that has a fixed address. The hosts are DCA1, DCB1, EXA1, EXB1, WITNESS."));
}
