using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class ListenersCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new ListenersCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
        [Plans.TwoZones, Plans.WithClientAccess(access => access with { ExtraPorts = [25, 587, 993, 995] })];

    [TestCase(443)]
    [TestCase(110)]
    public void Port_without_a_listener_is_an_error(int port) => AssertSays(
        Plans.WithClientAccess(access => access with { ExtraPorts = [25, port] }),
        Finding.Error("clientAccess.extraPorts", $"clientAccess.extraPorts contains {port}, which has no "
            + "listener. Use 25, 587, 993, 995; 443 is always there."));

    [Test]
    public void Port_listed_twice_is_an_error() => AssertSays(
        Plans.WithClientAccess(access => access with { ExtraPorts = [587, 993, 587] }),
        Finding.Error("clientAccess.extraPorts", "clientAccess.extraPorts contains 587 2 times; a port has "
            + "one listener. List it once."));
}
