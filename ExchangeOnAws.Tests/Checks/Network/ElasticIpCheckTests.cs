using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class ElasticIpCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new ElasticIpCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones,
        Plans.With(settings => settings with { Edge = new() { Servers = 1 } }),
        Plans.With(settings => settings with { Network = Plans.ExistingVpc, Edge = new() { Servers = 3 } }),
    ];

    [Test]
    public void More_addresses_than_the_default_quota_are_a_warning() => AssertSays(
        Plans.ThreeZones,
        Finding.Warning("network.natGateways", "The deployment takes 7 Elastic IP addresses (NAT gateways 3, "
            + "gateway.hosts 2, edge.servers 2); AWS allows 5 per region until asked. Request more in "
            + "Service Quotas: EC2-VPC Elastic IPs, code L-0263D0A3."));
}
