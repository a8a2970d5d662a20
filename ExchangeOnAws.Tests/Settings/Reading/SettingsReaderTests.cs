using System.Net;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using static ExchangeOnAws.Tests.Settings.StackText;

namespace ExchangeOnAws.Tests.Settings;

public sealed class SettingsReaderTests
{
    [Test]
    public void Only_what_is_required_gives_every_default()
    {
        var (settings, findings) = Read("network.zones", "[eu-west-1a, eu-west-1b]");

        Assert.That(findings, Is.Empty);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Region, Is.EqualTo("eu-west-1"));
            Assert.That(settings.Network.Zones, Is.EqualTo(new[] { "eu-west-1a", "eu-west-1b" }));
            Assert.That(settings.Network.Cidr, Is.Null);
            Assert.That(settings.Network.NatGateways, Is.EqualTo(NatGateways.OnePerZone));
            Assert.That(settings.Network.InterfaceEndpoints, Is.Null);
            Assert.That(settings.Network.FlowLogRetentionDays, Is.EqualTo(90));
            Assert.That(settings.Directory.DomainName, Is.EqualTo("corp.example.com"));
            Assert.That(settings.Directory.NamePrefix, Is.EqualTo("DC"));
            Assert.That(settings.Directory.Existing, Is.Null);
            Assert.That(settings.Gateway.Hosts, Is.EqualTo(2));
            Assert.That(settings.Gateway.AllowedCidrs, Is.Empty);
            Assert.That(settings.Mailbox.Version, Is.EqualTo(ExchangeVersion.SubscriptionEdition));
            Assert.That(settings.Mailbox.Witness, Is.EqualTo(Witness.FileShare));
            Assert.That(settings.Mailbox.NodesPerZone, Is.EqualTo(1));
            Assert.That(settings.Mailbox.Databases, Is.EqualTo(4));
            Assert.That(settings.Mailbox.Copies, Is.Null);
            Assert.That(settings.Mailbox.DatabaseVolume, Is.EqualTo(new VolumeSettings { SizeGiB = 500 }));
            Assert.That(settings.Mailbox.LogVolume, Is.EqualTo(new VolumeSettings { SizeGiB = 100 }));
            Assert.That(settings.ClientAccess.Namespace, Is.EqualTo("mail.example.com"));
            Assert.That(settings.ClientAccess.ApplicationLoadBalancer, Is.Null);
            Assert.That(settings.Edge.Servers, Is.Zero);
            Assert.That(settings.MailFlow, Is.EqualTo(new MailFlowSettings()));
            Assert.That(settings.Backup, Is.EqualTo(new BackupSettings()));
            Assert.That(settings.Patching, Is.EqualTo(new PatchingSettings()));
            Assert.That(settings.Protection.DeletionProtection, Is.True);
            Assert.That(settings.Tags, Is.Empty);
        }
    }

    [Test]
    public void Every_kind_of_value_is_read()
    {
        var (settings, findings) = Read("""
            config:
              aws:region: us-gov-west-1
              exchange-on-aws:network:
                zones: [us-gov-west-1a, us-gov-west-1b, us-gov-west-1c]
                cidr: 172.16.0.0/20
                natGateways: single
                hostAddresses: { EXA1: 172.16.4.9 }
                interfaceEndpoints: false
              exchange-on-aws:directory:
                domainName: ad.corp.example.com
                existing:
                  domainControllerAddresses: [10.1.0.10, 10.1.1.10]
                  joinSecretArn: arn:aws-us-gov:secretsmanager:us-gov-west-1:123456789012:secret:join-AbCdEf
                  setupSecretArn: arn:aws-us-gov:secretsmanager:us-gov-west-1:123456789012:secret:setup-AbCdEf
              exchange-on-aws:mailbox:
                version: 2019
                witness: fullNode
                nodesPerZone: "3"
                copies: 2
                fileSystem: ntfs
                logVolume: { type: io2, iops: 4000 }
              exchange-on-aws:clientAccess:
                namespace: mail.example.com
                extraPorts: [25, 587, 993, 995]
                applicationLoadBalancer: {}
              exchange-on-aws:tags:
                costCentre: 4711
                owner: messaging
            """);

        Assert.That(findings, Is.Empty);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Region, Is.EqualTo("us-gov-west-1"));
            Assert.That(settings.Network.Zones, Has.Count.EqualTo(3));
            Assert.That(settings.Network.Cidr, Is.EqualTo(IPNetwork.Parse("172.16.0.0/20")));
            Assert.That(settings.Network.NatGateways, Is.EqualTo(NatGateways.Single));
            Assert.That(settings.Network.InterfaceEndpoints, Is.False);
            Assert.That(settings.Network.HostAddresses["EXA1"], Is.EqualTo(IPAddress.Parse("172.16.4.9")));
            Assert.That(settings.Directory.Existing!.DomainControllerAddresses, Has.Count.EqualTo(2));
            Assert.That(settings.Directory.Existing.SetupSecretArn, Does.EndWith(":setup-AbCdEf"));
            Assert.That(settings.Mailbox.Version, Is.EqualTo(ExchangeVersion.V2019));
            Assert.That(settings.Mailbox.Witness, Is.EqualTo(Witness.FullNode));
            Assert.That(settings.Mailbox.NodesPerZone, Is.EqualTo(3));
            Assert.That(settings.Mailbox.Copies, Is.EqualTo(2));
            Assert.That(settings.Mailbox.FileSystem, Is.EqualTo(FileSystem.Ntfs));
            Assert.That(settings.Mailbox.LogVolume, Is.EqualTo(
                new VolumeSettings { Type = VolumeType.Io2, SizeGiB = 100, Iops = 4000 }));
            Assert.That(settings.ClientAccess.ExtraPorts, Is.EqualTo(new[] { 25, 587, 993, 995 }));
            Assert.That(settings.ClientAccess.ApplicationLoadBalancer, Is.Not.Null);
            Assert.That(settings.Tags["costCentre"], Is.EqualTo("4711"));
        }
    }

    [Test]
    public void Area_that_is_null_or_empty_has_its_defaults()
    {
        var (settings, findings) = Read("""
            config:
              aws:region: eu-west-1
              exchange-on-aws:network: { zones: [eu-west-1a, eu-west-1b], cidr: }
              exchange-on-aws:directory: { domainName: corp.example.com, existing: ~ }
              exchange-on-aws:clientAccess: { namespace: mail.example.com, applicationLoadBalancer: }
              exchange-on-aws:mailbox:
              exchange-on-aws:gateway: {}
              exchange-on-aws:tags:
              exchange-on-aws:edge: ~
            """);

        Assert.That(findings, Is.Empty);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Mailbox, Is.EqualTo(new MailboxSettings()));
            Assert.That(settings.Edge, Is.EqualTo(new EdgeSettings()));
            Assert.That(settings.Tags, Is.Empty);
            Assert.That(settings.Directory.Existing, Is.Null);
            Assert.That(settings.ClientAccess.ApplicationLoadBalancer, Is.Null);
        }
    }

    [Test]
    public void Other_namespaces_are_left_to_their_owners()
    {
        var (_, findings) = Read(Yaml("edge.servers", "0")
            + "  aws:profile: test\n  pulumi:tags: { a: b }\n");

        Assert.That(findings, Is.Empty);
    }

    [Test]
    public void Broken_value_falls_back_and_leaves_its_neighbours()
    {
        var (settings, findings) = Read(
            "mailbox", "{ databases: many, nodesPerZone: 2, copies: 17, witness: fullNode }");

        Assert.That(findings, Has.Count.EqualTo(2));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Mailbox.Databases, Is.EqualTo(4));
            Assert.That(settings.Mailbox.Copies, Is.Null);
            Assert.That(settings.Mailbox.NodesPerZone, Is.EqualTo(2));
            Assert.That(settings.Mailbox.Witness, Is.EqualTo(Witness.FullNode));
        }
    }

    [Test]
    public void Broken_required_value_falls_back_to_its_example()
    {
        var settings = Read("network.zones", "[a, b]").Settings;

        Assert.That(settings.Network.Zones, Is.EqualTo(new[] { "eu-west-1a", "eu-west-1b" }));
    }

    [Test]
    public void Whatever_is_configured_is_read_and_can_be_planned() =>
        Generators.Check(Generators.AnyConfiguration, 400, configuration =>
        {
            var (settings, findings) = SettingsReader.Read(configuration);
            var plan = DeploymentPlan.From(configuration.StackName, settings);
            return
            [
                .. findings.Where(finding => finding.Message.Length == 0)
                    .Select(finding => $"a finding without text about {finding.Subject}"),
                .. plan.Network.Zones.Count is 2 or 3 ? Array.Empty<string>() : ["no two or three zones"],
            ];
        });

    [Test]
    public void Same_configuration_gives_the_same_findings() =>
        Generators.Check(Generators.AnyConfiguration, 50, configuration =>
            SettingsReader.Read(configuration).Findings
                .SequenceEqual(SettingsReader.Read(configuration).Findings)
                ? []
                : ["other findings"]);
}
