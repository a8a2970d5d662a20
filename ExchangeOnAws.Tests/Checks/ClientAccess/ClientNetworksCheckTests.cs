using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class ClientNetworksCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new ClientNetworksCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones,
        Plans.WithClientAccess(access => access with
        {
            InternetFacing = true,
            AllowedCidrs = Plans.Blocks("203.0.113.0/24"),
        }),
    ];

    [Test]
    public void Clients_from_everywhere_are_a_warning() => AssertSays(
        Plans.WithClientAccess(access => access with { AllowedCidrs = Plans.Blocks("0.0.0.0/0") }),
        Finding.Warning("clientAccess.allowedCidrs", "clientAccess.allowedCidrs contains 0.0.0.0/0, which "
            + "opens Outlook, OWA and the other client protocols to every address that reaches the load "
            + "balancer. List the networks clients connect from."));

    [Test]
    public void Internet_facing_without_networks_is_a_warning() => AssertSays(
        Plans.WithClientAccess(access => access with { InternetFacing = true }),
        Finding.Warning("clientAccess.allowedCidrs", "clientAccess.allowedCidrs is not set and "
            + "clientAccess.internetFacing is true; only the VPC's own addresses are let in. List the "
            + "networks clients connect from."));
}
