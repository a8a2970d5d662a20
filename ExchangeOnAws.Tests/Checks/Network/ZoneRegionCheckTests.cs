using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class ZoneRegionCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new ZoneRegionCheck();

    [Test]
    public void Zone_of_another_region_is_an_error() => AssertSays(
        Plans.WithNetwork(network => network with { Zones = ["eu-west-1a", "us-east-1b"] }),
        Finding.Error("network.zones", "network.zones contains us-east-1b, which is not a zone of aws:region "
            + "eu-west-1. Use zones such as eu-west-1a, or set aws:region to us-east-1."));

    [Test]
    public void Region_with_a_longer_number_is_another_region() => Assert.That(
        Run(Plans.WithNetwork(network =>
            network with { Zones = ["eu-west-1a", "eu-west-12b"] })), Has.Count.EqualTo(1));
}
