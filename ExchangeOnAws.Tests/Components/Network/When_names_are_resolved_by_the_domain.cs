using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_names_are_resolved_by_the_domain
{
    private DeployedResource _options = null!;
    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy()
    {
        _deployed = await DeployedStack.Of(Plans.ThreeZones);
        _options = _deployed.Named("aws:ec2/vpcDhcpOptions:VpcDhcpOptions", "name-resolution-dhcp-options");
    }

    [Test]
    public void Should_ask_every_domain_controller() => Assert.That(
        _options.Texts("domainNameServers"), Is.EqualTo(new[] { "10.0.0.10", "10.0.32.10", "10.0.64.10" }));

    [Test]
    public void Should_search_the_domain() =>
        Assert.That(_options.Text("domainName"), Is.EqualTo("corp.example.com"));

    [Test]
    public void Should_take_the_time_from_amazon_time_sync() =>
        Assert.That(_options.Texts("ntpServers"), Is.EqualTo(new[] { "169.254.169.123" }));

    [Test]
    public void Should_hold_for_the_whole_vpc() => Assert.That(
        _deployed.Named(
            "aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation", "name-resolution-vpc").Inputs,
        Does.ContainKey("vpcId").WithValue("network-vpc-id")
            .And.ContainKey("dhcpOptionsId").WithValue("name-resolution-dhcp-options-id"));
}
