using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using Pulumi.Utilities;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_the_network_spans_three_zones
{
    private static readonly string[] s_zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];

    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployed = await DeployedStack.Of(Plans.ThreeZones);

    [Test]
    public void Should_create_a_private_and_a_public_subnet_in_every_zone()
    {
        var subnets = _deployed.All("aws:ec2/subnet:Subnet");

        Assert.That(
            subnets.Select(subnet =>
                (subnet.Name, subnet.Text("availabilityZone"), subnet.Text("cidrBlock"))),
            Is.EquivalentTo(new[]
            {
                ("network-private-eu-west-1a", "eu-west-1a", "10.0.0.0/19"),
                ("network-private-eu-west-1b", "eu-west-1b", "10.0.32.0/19"),
                ("network-private-eu-west-1c", "eu-west-1c", "10.0.64.0/19"),
                ("network-public-eu-west-1a", "eu-west-1a", "10.0.128.0/20"),
                ("network-public-eu-west-1b", "eu-west-1b", "10.0.144.0/20"),
                ("network-public-eu-west-1c", "eu-west-1c", "10.0.160.0/20"),
            }));
    }

    [TestCaseSource(nameof(s_zones))]
    public void Should_route_private_subnets_through_the_gateway_of_their_own_zone(string zone)
    {
        var route = _deployed.Named("aws:ec2/route:Route", $"network-route-internet-private-{zone}");
        var nat = _deployed.Named("aws:ec2/natGateway:NatGateway", $"network-nat-{zone}");
        var association = _deployed.Named(
            "aws:ec2/routeTableAssociation:RouteTableAssociation", $"network-routes-private-{zone}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(route.Text("natGatewayId"), Is.EqualTo($"{nat.Name}-id"));
            Assert.That(route.Text("routeTableId"), Is.EqualTo($"network-routes-private-{zone}-id"));
            Assert.That(route.Text("destinationCidrBlock"), Is.EqualTo("0.0.0.0/0"));
            Assert.That(nat.Text("subnetId"), Is.EqualTo($"network-public-{zone}-id"));
            Assert.That(nat.Text("allocationId"), Is.EqualTo($"network-nat-address-{zone}-allocationId"));
            Assert.That(association.Text("subnetId"), Is.EqualTo($"network-private-{zone}-id"));
            Assert.That(association.Text("routeTableId"), Is.EqualTo(route.Text("routeTableId")));
        }
    }

    [Test]
    public void Should_route_public_subnets_through_the_internet_gateway()
    {
        var route = _deployed.Named("aws:ec2/route:Route", "network-route-internet-public");
        var associations = _deployed.All("aws:ec2/routeTableAssociation:RouteTableAssociation")
            .Where(association => association.Text("routeTableId") == "network-routes-public-id");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(route.Text("gatewayId"), Is.EqualTo("network-internet-gateway-id"));
            Assert.That(
                associations.Select(association => association.Text("subnetId")),
                Is.EquivalentTo(s_zones.Select(zone => $"network-public-{zone}-id")));
        }
    }

    [Test]
    public void Should_wait_for_the_internet_gateway_before_it_takes_public_addresses()
    {
        foreach (var address in _deployed.All("aws:ec2/eip:Eip"))
        {
            Assert.That(address.Dependencies, Does.Contain("network-internet-gateway"), address.Name);
        }
    }

    [Test]
    public void Should_reserve_the_addresses_of_servers_before_anything_else_takes_one()
    {
        var reserved = _deployed.All("aws:ec2/subnetCidrReservation:SubnetCidrReservation");
        var takers = _deployed.All("aws:ec2/natGateway:NatGateway")
            .Concat(_deployed.All("aws:ec2/vpcEndpoint:VpcEndpoint")
                .Where(endpoint => endpoint.Text("vpcEndpointType") == "Interface"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reserved.Select(block => block.Text("reservationType")), Is.All.EqualTo("explicit"));
            foreach (var taker in takers)
            {
                Assert.That(taker.Dependencies,
                    Is.SupersetOf(reserved.Select(block => block.Name)), taker.Name);
            }
        }
    }

    [Test]
    public void Should_give_no_instance_a_public_address_by_itself() => Assert.That(
        _deployed.All("aws:ec2/subnet:Subnet").Select(subnet => subnet.Inputs["mapPublicIpOnLaunch"]),
        Is.All.EqualTo(false));

    [Test]
    public void Should_keep_the_default_security_group_empty()
    {
        var group = _deployed.Named(
            "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "network-default-security-group");

        Assert.That(group.Inputs.Keys, Does.Not.Contain("ingress").And.Not.Contain("egress"));
    }

    [Test]
    public void Should_reach_aws_services_without_the_internet()
    {
        var endpoints = _deployed.All("aws:ec2/vpcEndpoint:VpcEndpoint");
        var privateSubnets = s_zones.Select(zone => $"network-private-{zone}-id");

        Assert.That(endpoints.Select(endpoint => endpoint.Text("serviceName")), Is.EquivalentTo(
            new[] { "kms", "logs", "s3", "secretsmanager", "ssm", "ssmmessages" }
                .Select(service => $"com.amazonaws.eu-west-1.{service}")));
        foreach (var endpoint in endpoints.Where(endpoint => endpoint.Text("vpcEndpointType") == "Interface"))
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(endpoint.Texts("subnetIds"), Is.EqualTo(privateSubnets), endpoint.Name);
                Assert.That(endpoint.Inputs["privateDnsEnabled"], Is.True, endpoint.Name);
                Assert.That(endpoint.Texts("securityGroupIds"),
                    Is.EqualTo(new[] { "network-security-endpoints-id" }));
            }
        }
    }

    [Test]
    public void Should_give_every_subnet_the_s3_endpoint() => Assert.That(
        _deployed.Named("aws:ec2/vpcEndpoint:VpcEndpoint", "network-endpoint-s3").Texts("routeTableIds"),
        Is.EquivalentTo(_deployed.All("aws:ec2/routeTable:RouteTable").Select(table => $"{table.Name}-id")));

    [Test]
    public void Should_resolve_private_names_of_endpoints() => Assert.That(
        _deployed.Named("aws:ec2/vpc:Vpc", "network-vpc").Inputs,
        Does.ContainKey("enableDnsHostnames").WithValue(true)
            .And.ContainKey("enableDnsSupport").WithValue(true));

    [Test]
    public async Task Should_put_out_subnets_in_the_order_of_zones() => Assert.That(
        await OutputUtilities.GetValueAsync(_deployed.Stack.PrivateSubnetIds),
        Is.EqualTo(s_zones.Select(zone => $"network-private-{zone}-id")));

    [Test]
    public async Task Should_put_out_the_address_of_every_nat_gateway() => Assert.That(
        await OutputUtilities.GetValueAsync(_deployed.Stack.NatAddresses),
        Is.EqualTo(s_zones.Select(zone => $"network-nat-{zone}-publicIp")));
}
