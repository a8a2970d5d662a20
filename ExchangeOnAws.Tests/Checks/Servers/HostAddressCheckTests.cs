using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class HostAddressCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new HostAddressCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones,
        Plans.ThreeZones,
        Plans.WithNetwork(_ => Plans.ExistingVpc),
        Plans.WithMailbox(mailbox => mailbox with { NodesPerZone = 8 }),
        Plans.ThreeZonesWith(settings => settings with
        {
            Network = settings.Network with { Cidr = Plans.Blocks("10.0.0.0/24")[0] },
            Mailbox = settings.Mailbox with { NodesPerZone = 8 },
            Edge = new() { Servers = 6 },
        }),
    ];

    [Test]
    public void Address_outside_its_subnet_is_an_error() => AssertSays(
        Plans.WithHostAddresses(("EXA1", "10.0.0.50"), ("EXB1", "10.0.0.51")),
        Finding.Error("network.hostAddresses.EXB1", "network.hostAddresses.EXB1 is 10.0.0.51, which lies "
            + "outside its subnet 10.0.32.0/19 of eu-west-1b. Use an address of that subnet."));

    [TestCase("10.0.0.3")]
    [TestCase("10.0.31.255")]
    public void Address_that_aws_keeps_is_an_error(string address) => AssertSays(
        Plans.WithHostAddresses(("WITNESS", address)),
        Finding.Error("network.hostAddresses.WITNESS", $"network.hostAddresses.WITNESS is {address}; AWS "
            + "keeps the first four addresses of 10.0.0.0/19 and the last. Use another address of that "
            + "subnet."));

    [Test]
    public void Address_of_two_hosts_is_an_error() => AssertSays(
        Plans.WithHostAddresses(("WITNESS", "10.0.0.100")),
        Finding.Error("network.hostAddresses.WITNESS", "network.hostAddresses.WITNESS is 10.0.0.100, and "
            + "EXA1 and WITNESS would both have that address. Give each of them its own."));

    [Test]
    public void Existing_subnet_too_small_for_derived_addresses_is_an_error() => AssertSays(
        Plans.WithNetwork(_ =>
            Plans.ExistingVpc with { PrivateSubnetCidrs = Plans.Blocks("10.20.0.0/24", "10.20.1.0/29") }),
        Finding.Error("network.privateSubnetCidrs", "network.privateSubnetCidrs 10.20.1.0/29 of eu-west-1b "
            + "has no usable address at the place of EXB1. Use a larger block, or give those hosts addresses "
            + "in network.hostAddresses."));

    [Test]
    public void Public_subnet_too_small_for_edge_servers_is_an_error() => AssertSays(
        Plans.With(settings => settings with
        {
            Network = Plans.ExistingVpc with
            {
                PublicSubnetCidrs = Plans.Blocks("10.20.8.0/29", "10.20.8.64/26"),
            },
            Edge = new() { Servers = 3 },
        }),
        Finding.Error("network.publicSubnetCidrs", "network.publicSubnetCidrs 10.20.8.0/29 of eu-west-1a has "
            + "no usable address at the place of EDGEA1, EDGEA2. Use a larger block, or give those hosts "
            + "addresses in network.hostAddresses."));

    [Test]
    public void Repeated_zone_is_left_to_its_own_rule() =>
        AssertSays(Plans.WithNetwork(network => network with { Zones = ["eu-west-1a", "eu-west-1a"] }));
}
