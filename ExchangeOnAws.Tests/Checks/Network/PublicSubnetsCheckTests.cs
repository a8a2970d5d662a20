using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class PublicSubnetsCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new PublicSubnetsCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.ThreeZones,
        Plans.WithNetwork(_ => Plans.ExistingVpc),
        Plans.With(settings => settings with
        {
            Network = Plans.ExistingVpc with { PublicSubnetIds = null, PublicSubnetCidrs = null },
            Gateway = new() { Hosts = 0 },
        }),
    ];

    [Test]
    public void Whatever_faces_the_internet_without_public_subnets_is_an_error() => AssertSays(
        Plans.With(settings => settings with
        {
            Network = Plans.ExistingVpc with { PublicSubnetIds = null, PublicSubnetCidrs = null },
            Edge = new() { Servers = 2 },
            ClientAccess = settings.ClientAccess with { InternetFacing = true },
        }),
        Finding.Error("gateway.hosts", "gateway.hosts is 2 and network.publicSubnetIds is not set; RD "
            + "Gateway stands in public subnets. Add network.publicSubnetIds and network.publicSubnetCidrs, "
            + "or set gateway.hosts: 0."),
        Finding.Error("edge.servers", "edge.servers is 2 and network.publicSubnetIds is not set; Edge "
            + "Transport stands in public subnets. Add network.publicSubnetIds and "
            + "network.publicSubnetCidrs, or set edge.servers: 0."),
        Finding.Error("clientAccess.internetFacing", "clientAccess.internetFacing is true and "
            + "network.publicSubnetIds is not set; such a load balancer stands in public subnets. Add "
            + "network.publicSubnetIds and network.publicSubnetCidrs, or set clientAccess.internetFacing: "
            + "false."));
}
