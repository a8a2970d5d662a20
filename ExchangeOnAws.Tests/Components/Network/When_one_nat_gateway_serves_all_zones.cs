using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_one_nat_gateway_serves_all_zones
{
    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployed = await DeployedStack.Of(
        Plans.WithNetwork(network => network with { NatGateways = NatGateways.Single }));

    [Test]
    public void Should_create_it_in_the_first_zone() => Assert.That(
        _deployed.All("aws:ec2/natGateway:NatGateway").Select(nat => nat.Name),
        Is.EqualTo(new[] { "network-nat-eu-west-1a" }));

    [Test]
    public void Should_route_every_private_subnet_through_it() => Assert.That(
        _deployed.All("aws:ec2/route:Route")
            .Where(route => route.Inputs.ContainsKey("natGatewayId"))
            .Select(route => (route.Name, route.Text("natGatewayId"))),
        Is.EquivalentTo(new[]
        {
            ("network-route-internet-private-eu-west-1a", "network-nat-eu-west-1a-id"),
            ("network-route-internet-private-eu-west-1b", "network-nat-eu-west-1a-id"),
        }));
}
