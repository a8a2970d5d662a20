using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class GatewaySourcesCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new GatewaySourcesCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
        [Plans.TwoZones, Plans.WithGateway(_ => new() { Hosts = 0 })];

    [Test]
    public void Gateway_that_nobody_can_reach_is_an_error() => AssertSays(
        Plans.WithGateway(gateway => gateway with { AllowedCidrs = [] }),
        Finding.Error("gateway.allowedCidrs", "gateway.allowedCidrs is empty and gateway.hosts is 2; nobody "
            + "can reach the gateway. List the networks administrators connect from, or set gateway.hosts: 0 "
            + "to use Session Manager only."));
}
