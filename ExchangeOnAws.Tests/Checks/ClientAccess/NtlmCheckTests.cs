using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class NtlmCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new NtlmCheck();

    private protected override IEnumerable<DeploymentPlan> Followers => [Plans.TwoZones];

    [Test]
    public void Application_load_balancer_is_a_warning() => AssertSays(
        Plans.ThreeZones,
        Finding.Warning("clientAccess.applicationLoadBalancer", "clientAccess.applicationLoadBalancer is "
            + "set; NTLM signs in a connection, which an application load balancer shares among clients, so "
            + "NTLM fails there. Point clients that use NTLM at the network load balancer."));
}
