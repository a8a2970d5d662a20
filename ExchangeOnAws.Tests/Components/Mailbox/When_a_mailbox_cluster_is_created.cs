using System.Text.Json;
using ExchangeOnAws.Components;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using Pulumi.Utilities;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_a_mailbox_cluster_is_created
{
    private const string Instance = "aws:ec2/instance:Instance";
    private const string Volume = "aws:ebs/volume:Volume";

    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployed = await DeployedStack.Of(Plans.ThreeZonesWith(settings =>
        settings with
        {
            Mailbox = settings.Mailbox with
            {
                DatabaseVolume = new() { SizeGiB = 900, Iops = 6000, ThroughputMiBps = 250 },
                Media = new() { Source = "s3://company-media/exchange/SE.iso" },
                ProductKeySecretArn = Plans.Secret,
            },
        }));

    [Test]
    public void Should_put_members_into_two_zones_and_the_witness_into_the_third() => Assert.That(
        _deployed.All(Instance).Select(server =>
            (server.Name, server.Text("privateIp"), server.Text("subnetId"))),
        Is.SupersetOf(new[]
        {
            ("mailbox-exa1-instance", "10.0.0.100", "network-private-eu-west-1a-id"),
            ("mailbox-exb1-instance", "10.0.32.100", "network-private-eu-west-1b-id"),
            ("mailbox-witness-instance", "10.0.64.200", "network-private-eu-west-1c-id"),
        }));

    [Test]
    public async Task Should_create_no_witness_for_full_nodes()
    {
        var full = Plans.ThreeZonesWith(settings => settings with
        {
            Mailbox = settings.Mailbox with { Witness = Witness.FullNode },
        });

        Assert.That(
            (await DeployedStack.Of(full)).All(Instance).Select(server => server.Name)
                .Where(name => name.StartsWith("mailbox-", StringComparison.Ordinal)),
            Is.EquivalentTo(new[]
            {
                "mailbox-exa1-instance", "mailbox-exb1-instance", "mailbox-exc1-instance",
            }));
    }

    [Test]
    public void Should_give_every_member_a_volume_for_databases_and_one_for_logs()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var member in new[] { "exa1", "exb1" })
            {
                var database = _deployed.Named(Volume, $"mailbox-{member}-volume-database").Inputs;
                var log = _deployed.Named(Volume, $"mailbox-{member}-volume-log").Inputs;

                Assert.That(
                    (database["type"], database["size"], database["iops"], database["throughput"]),
                    Is.EqualTo(("gp3", 900d, 6000d, 250d)));
                Assert.That((log["type"], log["size"]), Is.EqualTo(("gp3", 100d)));
            }
        }
    }

    [Test]
    public void Should_attach_the_volumes_under_different_names() => Assert.That(
        _deployed.All("aws:ec2/volumeAttachment:VolumeAttachment")
            .Where(attachment => attachment.Text("instanceId") == "mailbox-exa1-instance-id")
            .Select(attachment => attachment.Text("deviceName")),
        Is.EquivalentTo(new[] { "xvdf", "xvdg" }));

    [Test]
    public void Should_give_members_the_accounts_that_their_steps_read() => Assert.That(
        Statement("mailbox-server-policy", "ReadOwnSecrets"),
        Is.EquivalentTo(new[]
        {
            "secrets-join-id", "secrets-setup-id", Plans.Secret, "secrets-edge-subscription-edgea1-id",
            "secrets-edge-subscription-edgeb1-id",
        }));

    [Test]
    public void Should_give_the_witness_the_join_account_only() => Assert.That(
        Statement("mailbox-witness-server-policy", "ReadOwnSecrets"),
        Is.EqualTo(new[] { "secrets-join-id" }));

    [Test]
    public void Should_let_members_read_the_image_that_the_stack_file_names() => Assert.That(
        Statement("mailbox-server-policy", "ReadGivenMedia"),
        Is.EqualTo(new[] { "arn:aws:s3:::company-media/exchange/SE.iso" }));

    [Test]
    public void Should_let_members_decrypt_that_image_and_nothing_else()
    {
        var condition = StatementOf("mailbox-server-policy", "DecryptGivenMedia").GetProperty("Condition");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                condition.GetProperty("StringEquals").GetProperty("kms:ViaService").GetString(),
                Is.EqualTo("s3.eu-west-1.amazonaws.com"));
            Assert.That(
                condition.GetProperty("ArnLike").GetProperty("kms:EncryptionContext:aws:s3:arn").GetString(),
                Is.EqualTo("arn:aws:s3:::company-media*"));
        }
    }

    [Test]
    public void Should_let_members_write_the_result_of_the_verification_and_no_other_parameter() =>
        Assert.That(
            Statement("mailbox-server-policy", "WriteVerification"),
            Is.EqualTo(new[]
            {
                "mailbox-verification-arn", "mailbox-client-access-arn", "mailbox-mail-flow-arn",
            }));

    [Test]
    public void Should_keep_the_result_that_the_verification_wrote()
    {
        var parameter = _deployed.Named("aws:ssm/parameter:Parameter", "mailbox-verification");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(parameter.Text("name"), Does.EndWith("unique-suffix-hex/verification/cluster"));
            Assert.That(
                parameter.Text("insecureValue"),
                Is.EqualTo(VerificationResult.NotVerified));
            Assert.That(parameter.Options.IgnoreChanges, Has.Member("insecureValue"));
        }
    }

    [Test]
    public async Task Should_say_what_the_verification_found()
    {
        var result = await OutputUtilities.GetValueAsync(_deployed.Stack.Verification);

        Assert.That(result, Is.EqualTo(RecordingMocks.VerificationResult));
    }

    [Test]
    public async Task Should_tell_group_and_databases_to_the_next_person()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await OutputUtilities.GetValueAsync(_deployed.Stack.AvailabilityGroup), Is.EqualTo("DAG1"));
            Assert.That(
                await OutputUtilities.GetValueAsync(_deployed.Stack.Databases),
                Does.ContainKey("DB01").WithValue("EXA1,EXB1"));
        }
    }

    [Test]
    public void Should_pass_the_volumes_by_id()
    {
        var parameters = _deployed
            .Named("aws:ssm/association:Association", "steps-exa1-log-volume").Map("parameters");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(parameters["VolumeId"], Is.EqualTo("mailbox-exa1-volume-log-id"));
            Assert.That(parameters["DriveLetter"], Is.EqualTo("E"));
            Assert.That(parameters["AllocationUnitBytes"], Is.EqualTo("65536"));
            Assert.That(parameters["FileSystem"], Is.EqualTo("ReFS"));
        }
    }

    private IEnumerable<string?> Statement(string policy, string sid) => StatementOf(policy, sid)
        .GetProperty("Resource").EnumerateArray().Select(resource => resource.GetString());

    private JsonElement StatementOf(string policy, string sid) => JsonDocument
        .Parse(_deployed.Named("aws:iam/rolePolicy:RolePolicy", policy).Text("policy")).RootElement
        .GetProperty("Statement").EnumerateArray()
        .Single(statement => statement.GetProperty("Sid").GetString() == sid);
}
