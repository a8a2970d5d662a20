using System.Collections.Immutable;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_servers_are_backed_up
{
    private const string Vault = "aws:backup/vault:Vault";
    private const string Selection = "aws:backup/selection:Selection";
    private const string Lock = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";

    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployed = await DeployedStack.Of(Plans.ThreeZones);

    [Test]
    public void Should_select_by_arn_what_holds_something() => Assert.That(
        _deployed.All(Selection).SelectMany(selection => selection.Texts("resources")),
        Is.EquivalentTo(new[] { "directory-dca1", "directory-dcb1", "directory-dcc1", "mailbox-exa1",
            "mailbox-exb1", "edge-edgea1", "edge-edgeb1" }.Select(server =>
            $"arn:aws:ec2:eu-west-1:{RecordingMocks.AccountId}:instance/{server}-instance-id")));

    [Test]
    public void Should_keep_databases_consistent_with_vss()
    {
        var setting = (ImmutableDictionary<string, object>)((ImmutableArray<object>)_deployed
            .All("aws:backup/plan:Plan")[0].Inputs["advancedBackupSettings"])[0];
        var packages = _deployed.All("aws:ssm/association:Association")
            .Where(association => association.Text("name") == "AWS-ConfigureAWSPackage"
                && (string)association.Map("parameters")["name"] == "AwsVssComponents").ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                ((ImmutableDictionary<string, object>)setting["backupOptions"])["WindowsVSS"],
                Is.EqualTo("enabled"));
            Assert.That(packages, Has.Length.EqualTo(7));
            Assert.That(
                packages.Select(package => package.Dependencies.Single()),
                Is.All.EqualTo("steps-exa1-mail-flow"));
            Assert.That(
                _deployed.All("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
                    .Where(attachment => attachment.Text("policyArn").EndsWith(
                        "AWSEC2VssSnapshotPolicy", StringComparison.Ordinal))
                    .Select(attachment => attachment.Name),
                Is.EquivalentTo(new[] { "backup-vss-directory", "backup-vss-mailbox", "backup-vss-edge" }));
        }
    }

    // Exchange lets one copy of a database be backed up at a time.
    [Test]
    public void Should_back_up_one_zone_after_the_other() => Assert.That(
        _deployed.All("aws:backup/plan:Plan").Select(plan => (plan.Name, (string)((ImmutableDictionary<
            string, object>)((ImmutableArray<object>)plan.Inputs["rules"])[0])["schedule"])),
        Is.EquivalentTo(new[]
        {
            ("backup-eu-west-1a", "cron(0 20 * * ? *)"), ("backup-eu-west-1b", "cron(0 22 * * ? *)"),
            ("backup-eu-west-1c", "cron(0 0 * * ? *)"),
        }));

    [Test]
    public void Should_protect_the_vault_and_alarm_on_a_failure()
    {
        var vault = _deployed.Named(Vault, "backup-vault");
        var alarm = _deployed.Named("aws:cloudwatch/metricAlarm:MetricAlarm", "backup-alarm");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(vault.Options.Protect, Is.True);
            Assert.That(vault.Text("kmsKeyArn"), Is.EqualTo("encryption-key-arn"));
            Assert.That(alarm.Text("metricName"), Is.EqualTo("NumberOfBackupJobsFailed"));
            Assert.That(alarm.Texts("alarmActions"), Is.EqualTo(new[] { "alarms-topic-arn" }));
        }
    }

    [Test]
    public async Task Should_lock_and_copy_when_asked()
    {
        var deployed = await DeployedStack.Of(Plans.With(settings => settings with
        {
            Backup = new() { VaultLock = true, CopyRegion = "eu-central-1", RetentionDays = 60 },
        }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                deployed.All(Vault).Select(vault => vault.Inputs.GetValueOrDefault("region")),
                Is.EqualTo(new object?[] { null, "eu-central-1" }));
            Assert.That(
                deployed.All(Lock).Select(each => each.Inputs["minRetentionDays"]), Is.All.EqualTo(60));
            Assert.That(
                deployed.Named("aws:kms/key:Key", "backup-copy-key").Text("region"),
                Is.EqualTo("eu-central-1"));
        }
    }

    [Test]
    public async Task Should_leave_everything_out_when_turned_off()
    {
        var deployed = await DeployedStack.Of(Plans.With(settings =>
            settings with { Backup = new() { Enabled = false } }));

        Assert.That(
            deployed.Resources.Where(resource =>
                resource.Type.StartsWith("aws:backup/", StringComparison.Ordinal)),
            Is.Empty);
    }
}
