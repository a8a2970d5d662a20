using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class SingleNatGatewayCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new SingleNatGatewayCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones,
        Plans.ThreeZones,
        Plans.With(settings => settings with
        {
            Network = settings.Network with { NatGateways = NatGateways.Single },
            Protection = new() { DeletionProtection = false },
        }),
    ];

    [TestCase(true)]
    [TestCase(false)]
    public void Single_gateway_for_three_zones_is_told(bool isProtected) => AssertSays(
        Plans.ThreeZonesWith(settings => settings with
        {
            Network = settings.Network with { NatGateways = NatGateways.Single },
            Protection = new() { DeletionProtection = isProtected },
        }),
        Finding.Info("network.natGateways", "network.natGateways is single; the loss of eu-west-1a takes the "
            + "way to the internet from all zones. Use onePerZone to keep the other zones' way out."));

    [Test]
    public void Single_gateway_of_a_protected_deployment_is_told() => Assert.That(
        Run(Plans.WithNetwork(network =>
            network with { NatGateways = NatGateways.Single })), Has.Count.EqualTo(1));
}
