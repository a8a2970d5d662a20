using System.Collections.Immutable;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using Pulumi.Utilities;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_gateway_hosts_are_launched
{
    private DeployedStack _deployed = null!;
    private DeployedResource _template = null!;
    private DeployedResource _group = null!;

    [OneTimeSetUp]
    public async Task Deploy()
    {
        _deployed = await DeployedStack.Of(Plans.TwoZones);
        _template = _deployed.Named("aws:ec2/launchTemplate:LaunchTemplate", "gateway-template");
        _group = _deployed.Named("aws:autoscaling/group:Group", "gateway-group");
    }

    [Test]
    public void Should_spread_them_over_the_public_subnets() => Assert.That(
        _group.Texts("vpcZoneIdentifiers"),
        Is.EqualTo(new[] { "network-public-eu-west-1a-id", "network-public-eu-west-1b-id" }));

    [Test]
    public void Should_keep_as_many_as_the_stack_file_says() => Assert.That(
        new[] { "minSize", "maxSize", "desiredCapacity" }.Select(size => _group.Inputs[size]),
        Is.All.EqualTo(2));

    [Test]
    public void Should_replace_half_of_them_at_a_time()
    {
        var refresh = _group.Map("instanceRefresh");
        var preferences = (ImmutableDictionary<string, object>)refresh["preferences"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refresh["strategy"], Is.EqualTo("Rolling"));
            Assert.That(preferences["minHealthyPercentage"], Is.EqualTo(50));
            Assert.That(_group.Map("launchTemplate")["version"], Is.EqualTo("3"));
        }
    }

    [Test]
    public void Should_count_a_host_only_when_its_steps_have_had_time() => Assert.That(
        ((ImmutableDictionary<string, object>)_group.Map("instanceRefresh")["preferences"])["instanceWarmup"],
        Is.EqualTo("2700"));

    // An address that a host still holds cannot be released.
    [Test]
    public void Should_end_hosts_before_their_addresses_are_released() => Assert.That(
        _group.Dependencies,
        Is.SupersetOf(new[] { "gateway-address-rdgwa1", "gateway-address-rdgwb1", "network" }));

    [Test]
    public void Should_require_tokens_for_instance_metadata() =>
        Assert.That(_template.Map("metadataOptions")["httpTokens"], Is.EqualTo("required"));

    [Test]
    public void Should_encrypt_the_system_volume()
    {
        var mapping = (ImmutableDictionary<string, object>)((ImmutableArray<object>)
            _template.Inputs["blockDeviceMappings"])[0];
        var ebs = (ImmutableDictionary<string, object>)mapping["ebs"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ebs["encrypted"], Is.EqualTo("true"));
            Assert.That(ebs["kmsKeyId"], Is.EqualTo("encryption-key-arn"));
        }
    }

    [Test]
    public void Should_hold_an_address_for_every_host() => Assert.That(
        _deployed.All("aws:ec2/eip:Eip").Select(address => address.Name),
        Is.SupersetOf(new[] { "gateway-address-rdgwa1", "gateway-address-rdgwb1" }));

    [Test]
    public async Task Should_put_out_the_addresses() => Assert.That(
        await OutputUtilities.GetValueAsync(_deployed.Stack.GatewayAddresses),
        Is.EqualTo(new[] { "gateway-address-rdgwa1-publicIp", "gateway-address-rdgwb1-publicIp" }));

    [Test]
    public async Task Should_leave_session_manager_as_the_way_in_without_hosts()
    {
        var without = await DeployedStack.Of(Plans.WithGateway(gateway => gateway with { Hosts = 0 }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(without.Has("aws:autoscaling/group:Group"), Is.False);
            Assert.That(
                await OutputUtilities.GetValueAsync(without.Stack.HowToConnect),
                Does.Contain("AWS-StartPortForwardingSession"));
        }
    }
}
