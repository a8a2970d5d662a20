using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using Pulumi.Utilities;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_the_vpc_exists
{
    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy() =>
        _deployed = await DeployedStack.Of(
            Plans.With(settings =>
            settings with { Network = Plans.ExistingVpc, Gateway = new() { Hosts = 0 } }));

    [TestCase("aws:ec2/vpc:Vpc")]
    [TestCase("aws:ec2/subnet:Subnet")]
    [TestCase("aws:ec2/subnetCidrReservation:SubnetCidrReservation")]
    [TestCase("aws:ec2/internetGateway:InternetGateway")]
    [TestCase("aws:ec2/natGateway:NatGateway")]
    [TestCase("aws:ec2/eip:Eip")]
    [TestCase("aws:ec2/route:Route")]
    [TestCase("aws:ec2/vpcEndpoint:VpcEndpoint")]
    [TestCase("aws:ec2/flowLog:FlowLog")]
    [TestCase("aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation")]
    [TestCase("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup")]
    public void Should_leave_the_network_to_its_owner(string type) =>
        Assert.That(_deployed.Has(type), Is.False);

    [Test]
    public void Should_create_security_groups_in_it() => Assert.That(
        _deployed.All("aws:ec2/securityGroup:SecurityGroup").Select(group => group.Text("vpcId")),
        Is.All.EqualTo(Plans.ExistingVpc.VpcId));

    [Test]
    public async Task Should_put_out_its_subnets() => Assert.That(
        await OutputUtilities.GetValueAsync(_deployed.Stack.PrivateSubnetIds),
        Is.EqualTo(Plans.ExistingVpc.PrivateSubnetIds));

    [Test]
    public async Task Should_create_endpoints_only_when_asked()
    {
        var asked = await DeployedStack.Of(Plans.With(settings =>
            settings with { Network = Plans.ExistingVpc with { InterfaceEndpoints = true } }));

        Assert.That(
            asked.All("aws:ec2/vpcEndpoint:VpcEndpoint").Select(endpoint => endpoint.Text("vpcEndpointType")),
            Is.All.EqualTo("Interface"));
    }
}
