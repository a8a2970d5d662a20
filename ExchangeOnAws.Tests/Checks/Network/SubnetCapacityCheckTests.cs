using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class SubnetCapacityCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new SubnetCapacityCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones,
        Plans.ThreeZones,
        Plans.WithNetwork(_ => Plans.ExistingVpc),
        Plans.WithNetwork(network => network with { Cidr = Plans.Blocks("10.0.0.0/24")[0] }),
        Plans.ThreeZonesWith(settings => settings with
        {
            Network = settings.Network with { Cidr = Plans.Blocks("10.0.0.0/24")[0] },
        }),
    ];

    [Test]
    public void Derived_public_subnet_without_room_for_the_load_balancer_is_an_error() => AssertSays(
        Plans.With(settings => settings with
        {
            Network = settings.Network with { Cidr = Plans.Blocks("10.0.0.0/24")[0] },
            ClientAccess = settings.ClientAccess with { InternetFacing = true },
        }),
        Finding.Error("network.cidr", "network.cidr 10.0.0.0/24 is too small: its public subnet "
            + "10.0.0.128/28 of eu-west-1a leaves 7 addresses to AWS, which needs 10 (NAT gateway 1, RD "
            + "Gateway 1, load balancers 8). Use /23 or larger."));

    [Test]
    public void Given_private_subnet_without_room_for_endpoints_is_an_error() => AssertSays(
        Plans.WithNetwork(network =>
            network with { PrivateSubnetCidrs = Plans.Blocks("10.0.0.0/24", "10.0.1.0/28") }),
        Finding.Error("network.privateSubnetCidrs", "network.privateSubnetCidrs 10.0.1.0/28 of eu-west-1b "
            + "leaves 0 addresses to AWS, which needs 13 (interface endpoints 5, load balancers 8). Use "
            + "blocks of /27 or larger."));

    [Test]
    public void Size_that_the_message_names_is_enough() => AssertSays(
        Plans.WithNetwork(network =>
            network with { PrivateSubnetCidrs = Plans.Blocks("10.0.0.0/24", "10.0.1.0/27") }));

    [Test]
    public void Second_load_balancer_takes_one_address_more() => AssertSays(
        Plans.ThreeZonesWith(settings => settings with
        {
            Network = settings.Network with
            {
                Cidr = Plans.Blocks("10.0.0.0/24")[0],
                HostAddresses = Plans.HostAddresses(("EXA1", "10.0.0.20"), ("DCA1", "10.0.0.21")),
            },
        }),
        Finding.Error("network.cidr", "network.cidr 10.0.0.0/24 is too small: its private subnet 10.0.0.0/27 "
            + "of eu-west-1a leaves 13 addresses to AWS, which needs 14 (interface endpoints 5, load "
            + "balancers 9). Use /23 or larger."));

    [Test]
    public void Endpoints_that_are_left_out_need_no_room() => Assert.That(
        Run(Plans.WithNetwork(network => network with
        {
            InterfaceEndpoints = false,
            PrivateSubnetCidrs = Plans.Blocks("10.0.0.0/24", "10.0.1.0/28"),
        })).Single().Message, Does.Contain("needs 8 (load balancers 8)"));

    [Test]
    public void Vpc_of_a_wrong_size_is_left_to_its_own_rule() => AssertSays(
        Plans.WithNetwork(network => network with { Cidr = Plans.Blocks("10.0.0.0/28")[0] }));
}
