using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class HiddenSendersCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new HiddenSendersCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
        [Plans.TwoZones, Plans.WithClientAccess(access => access with { ExtraPorts = [587] })];

    [Test]
    public void Senders_behind_the_load_balancer_look_alike() => AssertSays(
        Plans.WithClientAccess(access => access with { ExtraPorts = [25, 587] }),
        Finding.Warning("clientAccess.extraPorts", "clientAccess.extraPorts contains 25, and members see the "
            + "load balancer's address instead of the sender's. A receive connector that lets some addresses "
            + "relay would let everybody; have such senders sign in on 587, or connect to a member."));
}
