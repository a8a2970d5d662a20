using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class GatewayExposureCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new GatewayExposureCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones,
        Plans.WithGateway(gateway => gateway with { AllowedCidrs = Plans.Blocks("11.0.0.0/8") }),
        Plans.WithGateway(gateway => gateway with { Hosts = 0, AllowedCidrs = Plans.Blocks("0.0.0.0/0") }),
    ];

    [Test]
    public void Gateway_open_to_the_internet_is_an_error() => AssertSays(
        Plans.WithGateway(gateway =>
            gateway with { AllowedCidrs = Plans.Blocks("203.0.113.0/24", "0.0.0.0/0") }),
        Finding.Error("gateway.allowedCidrs", "gateway.allowedCidrs contains 0.0.0.0/0, which opens the "
            + "gateway to the internet. List the networks administrators connect from."));

    [Test]
    public void Very_wide_networks_are_warnings() => AssertSays(
        Plans.WithGateway(gateway => gateway with { AllowedCidrs = Plans.Blocks("0.0.0.0/1", "12.0.0.0/7") }),
        Finding.Warning("gateway.allowedCidrs", "gateway.allowedCidrs contains 0.0.0.0/1, which is wider "
            + "than any one organisation's network (/8). List the networks administrators connect from."),
        Finding.Warning("gateway.allowedCidrs", "gateway.allowedCidrs contains 12.0.0.0/7, which is wider "
            + "than any one organisation's network (/8). List the networks administrators connect from."));
}
