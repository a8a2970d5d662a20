using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class ZonesCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new ZonesCheck();

    [Test]
    public void Zone_listed_twice_is_an_error() => AssertSays(
        Plans.WithNetwork(network => network with { Zones = ["eu-west-1a", "eu-west-1a"] }),
        Finding.Error("network.zones", "network.zones contains eu-west-1a more than once; the loss of that "
            + "zone takes away everything that it is meant to survive. List two or three different zones."));
}
