using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_a_forest_is_created
{
    private const string Instance = "aws:ec2/instance:Instance";

    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployed = await DeployedStack.Of(Plans.ThreeZones);

    [Test]
    public void Should_put_a_domain_controller_into_every_zone() => Assert.That(
        _deployed.All(Instance).Select(server =>
            (server.Name, server.Text("privateIp"), server.Text("subnetId"))),
        Is.SupersetOf(new[]
        {
            ("directory-dca1-instance", "10.0.0.10", "network-private-eu-west-1a-id"),
            ("directory-dcb1-instance", "10.0.32.10", "network-private-eu-west-1b-id"),
            ("directory-dcc1-instance", "10.0.64.10", "network-private-eu-west-1c-id"),
        }));

    [Test]
    public void Should_require_tokens_for_instance_metadata() => Assert.That(
        _deployed.All(Instance).Select(server => server.Map("metadataOptions")["httpTokens"]),
        Is.All.EqualTo("required"));

    [Test]
    public void Should_encrypt_every_volume_with_the_deployments_key()
    {
        var system = _deployed.All(Instance).Select(server => server.Map("rootBlockDevice"));
        var data = _deployed.All("aws:ebs/volume:Volume").Select(volume => volume.Inputs);

        foreach (var volume in system.Concat(data))
        {
            Assert.That(volume, Does.ContainKey("encrypted").WithValue(true)
                .And.ContainKey("kmsKeyId").WithValue("encryption-key-arn"));
        }
    }

    [Test]
    public void Should_keep_servers_when_a_new_image_appears() => Assert.That(
        _deployed.All(Instance).Select(server => server.Options.IgnoreChanges),
        Is.All.SupersetOf(new[] { "ami", "userData" }));

    [Test]
    public void Should_protect_servers_and_data_from_deletion()
    {
        var stateful = _deployed.All(Instance).Concat(_deployed.All("aws:ebs/volume:Volume"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stateful.Select(resource => resource.Options.Protect), Is.All.True);
            Assert.That(
                _deployed.All(Instance).Select(server => server.Inputs["disableApiTermination"]),
                Is.All.True);
        }
    }

    [Test]
    public void Should_stop_a_server_before_its_data_is_taken_away() => Assert.That(
        _deployed.All("aws:ec2/volumeAttachment:VolumeAttachment")
            .Select(attachment => attachment.Inputs["stopInstanceBeforeDetaching"]),
        Is.All.True);

    [Test]
    public async Task Should_create_no_domain_controller_for_an_existing_domain()
    {
        var existing = await DeployedStack.Of(
            Plans.WithDirectory(directory => directory with { Existing = Plans.ExistingDirectory }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                existing.All(Instance).Select(server => server.Name),
                Is.All.StartsWith("mailbox-"));
            Assert.That(existing.Has("aws-native:secretsmanager:Secret"), Is.False);
        }
    }
}
