using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using NUnit.Framework;
using static ExchangeOnAws.Tests.Settings.StackText;

namespace ExchangeOnAws.Tests.Settings;

/// <summary>What the reader says of a value that it refuses, word for word.</summary>
public sealed class SettingsReaderMessageTests
{
    [TestCase("mailbx", "{ databases: 4 }", "exchange-on-aws:mailbx is not a setting. "
        + "The nearest one is exchange-on-aws:mailbox.")]
    [TestCase("zzz", "1", "exchange-on-aws:zzz is not a setting. Remove it; the settings here are network, "
        + "directory, gateway, mailbox, clientAccess, edge, mailFlow, backup, monitoring, patching, "
        + "protection, tags.")]
    [TestCase("network.natGateway", "single", "network.natGateway is not a setting. "
        + "The nearest one is network.natGateways.")]
    [TestCase("mailbox.logVolume", "{ size: 8 }", "mailbox.logVolume.size is not a setting. Remove it; "
        + "the settings here are type, sizeGiB, iops, throughputMiBps.")]
    [TestCase("mailbox.logVolume", "{ sizeGB: 8 }", "mailbox.logVolume.sizeGB is not a setting. "
        + "The nearest one is mailbox.logVolume.sizeGiB.")]
    [TestCase("gateway.colour", "red", "gateway.colour is not a setting. Remove it; the settings here are "
        + "hosts, allowedCidrs, namePrefix, windowsVersion, amiId, rootVolumeGiB, instanceType, usersGroup, "
        + "dnsName, certificateSecretArn, certificatePasswordSecretArn.")]
    [TestCase("network.Cidr", "10.0.0.0/16", "network.Cidr is not a setting. "
        + "The nearest one is network.cidr.")]
    public void Unknown_key_is_named_with_the_nearest_known_one(string path, string value, string message) =>
        AssertOnlyFinding(path, value, message);

    [TestCase("mailbox.witness", "share", "mailbox.witness is \"share\", which it cannot be. "
        + "Use fileShare or fullNode.")]
    [TestCase("mailbox.witness", "FileShare", "mailbox.witness is \"FileShare\", which it cannot be. "
        + "Use fileShare or fullNode.")]
    [TestCase("mailbox.version", "2016", "mailbox.version is \"2016\", which it cannot be. Use SE or 2019.")]
    [TestCase("mailbox.databaseVolume", "{ type: gp2 }", "mailbox.databaseVolume.type is \"gp2\", which it "
        + "cannot be. Use gp3 or io2 or st1.")]
    [TestCase("mailbox.databases", "many", "mailbox.databases is \"many\", which is not a whole number. "
        + "Use 1 to 100.")]
    [TestCase("mailbox.databases", "3.5", "mailbox.databases is \"3.5\", which is not a whole number. "
        + "Use 1 to 100.")]
    [TestCase("mailbox.databases", "99999999999", "mailbox.databases is \"99999999999\", which is not a "
        + "whole number. Use 1 to 100.")]
    [TestCase("mailbox.databases", "0", "mailbox.databases is 0; a server mounts at most 100. Use 1 to 100.")]
    [TestCase("mailbox.nodesPerZone", "9", "mailbox.nodesPerZone is 9; a DAG has at most 16 members. "
        + "Use 1 to 8.")]
    [TestCase("gateway.hosts", "-1", "gateway.hosts is -1. Use 0 to 4.")]
    [TestCase("clientAccess.extraPorts", "[smtp]", "clientAccess.extraPorts contains \"smtp\", which is not "
        + "a whole number. Use whole numbers.")]
    [TestCase("clientAccess.extraPorts", "[1, 2, 3, 4, 5]", "clientAccess.extraPorts has 5 entries. "
        + "List at most 4.")]
    [TestCase("backup.enabled", "yes", "backup.enabled is \"yes\", which is neither true nor false. "
        + "Use true or false.")]
    [TestCase("network.zones", "[eu-west-1a]", "network.zones has 1 entry; the deployment spans two or three "
        + "zones. List 2 to 3.")]
    [TestCase("network.zones", "[eu-west-1a, 1b]", "network.zones contains \"1b\", which is not the name of "
        + "an Availability Zone such as eu-west-1a. Use the form eu-west-1a, eu-west-1b.")]
    [TestCase("directory.domainName", "corp", "directory.domainName is \"corp\", which is not a DNS name "
        + "such as corp.example.com: labels of letters, digits and hyphens, 63 characters at most, with a "
        + "dot between them. Use the form corp.example.com.")]
    [TestCase("mailbox.namePrefix", "EX_", "mailbox.namePrefix is \"EX_\", which is not a host name: "
        + "letters, digits and hyphens, beginning and ending with a letter or digit. Correct it.")]
    public void Value_outside_what_is_allowed_is_named_with_what_is(
        string path, string value, string message) =>
        AssertOnlyFinding(path, value, message);

    [TestCase("network.cidr", "10.0.1.0/16", "network.cidr is \"10.0.1.0/16\", which names an address inside "
        + "a block. The block is 10.0.0.0/16; use that.")]
    [TestCase("network.cidr", "'fd00::/8'", "network.cidr is \"fd00::/8\", which is not an IPv4 address "
        + "block. Use the form 10.0.0.0/16.")]
    [TestCase("network.cidr", "10.0.0.0", "network.cidr is \"10.0.0.0\", which is not an IPv4 address block. "
        + "Use the form 10.0.0.0/16.")]
    [TestCase("network.cidr", "10.0.0.0/33", "network.cidr is \"10.0.0.0/33\", which is not an IPv4 address "
        + "block. Use the form 10.0.0.0/16.")]
    [TestCase("network.cidr", "10.0/16", "network.cidr is \"10.0/16\", which is not an IPv4 address block. "
        + "Use the form 10.0.0.0/16.")]
    [TestCase("gateway.allowedCidrs", "[203.0.113.7/24]", "gateway.allowedCidrs contains \"203.0.113.7/24\", "
        + "which names an address inside a block. The block is 203.0.113.0/24; use that.")]
    [TestCase("network.hostAddresses", "{ EXA1: 'fe80::1' }", "network.hostAddresses.EXA1 is \"fe80::1\", "
        + "which is not an IPv4 address. Use the form 10.0.0.10.")]
    [TestCase("network.hostAddresses", "{ EXA1: 10.1 }", "network.hostAddresses.EXA1 is \"10.1\", which is "
        + "not an IPv4 address. Use the form 10.0.0.10.")]
    [TestCase("network.hostAddresses", "{ EXA1: ~ }", "network.hostAddresses.EXA1 has no value. Write one, "
        + "or take the name out.")]
    public void Address_of_another_form_is_named_with_the_form(string path, string value, string message) =>
        AssertOnlyFinding(path, value, message);

    [TestCase("gateway.allowedCidrs", "203.0.113.0/24", "gateway.allowedCidrs is a single value, but it is a "
        + "list. Write it in brackets: [203.0.113.0/24].")]
    [TestCase("gateway.allowedCidrs", "{ office: 203.0.113.0/24 }", "gateway.allowedCidrs is a group of "
        + "settings, but it is a list. Write it in brackets: […].")]
    [TestCase("gateway.allowedCidrs", "[203.0.113.0/24, ~]", "gateway.allowedCidrs has no value at place 2. "
        + "Write one, or take the place out.")]
    [TestCase("gateway.allowedCidrs", "[[203.0.113.0/24]]", "gateway.allowedCidrs is a list, but it is one "
        + "value. Write a single value.")]
    [TestCase("mailbox.databases", "[4]", "mailbox.databases is a list, but it is one value. "
        + "Write a single value.")]
    [TestCase("mailbox.databases", "{ number: 4 }", "mailbox.databases is a group of settings, but it is one "
        + "value. Write a single value.")]
    [TestCase("edge", "2", "edge is a single value, but it has settings of its own: servers, namePrefix, "
        + "dnsSuffix, instanceType, amiId, rootVolumeGiB, reverseDns, smtpCidrs. Write them under edge, one "
        + "per line.")]
    [TestCase("edge", "[2]", "edge is a list, but it has settings of its own: servers, namePrefix, "
        + "dnsSuffix, instanceType, amiId, rootVolumeGiB, reverseDns, smtpCidrs. Write them under edge, one "
        + "per line.")]
    [TestCase("mailbox.media", "s3://media/exchange.iso", "mailbox.media is a single value, but it has "
        + "settings of its own: source, sha256. Write them under mailbox.media, one per line.")]
    [TestCase("tags", "[a]", "tags is a list, but it gives values to names. "
        + "Write one \"name: value\" per line.")]
    [TestCase("tags", "{ a: [b] }", "tags.a is a list, but it is one value. Write a single value.")]
    public void Value_of_another_shape_is_named_with_the_shape(string path, string value, string message) =>
        AssertOnlyFinding(path, value, message);

    [TestCase("directory.domainName", "directory.domainName is not set. Run: pulumi config set --path "
        + "exchange-on-aws:directory.domainName corp.example.com")]
    [TestCase("clientAccess.namespace", "clientAccess.namespace is not set. Run: pulumi config set --path "
        + "exchange-on-aws:clientAccess.namespace mail.example.com")]
    [TestCase("network.zones", "network.zones is not set. Add it to Pulumi.dev.yaml, for example "
        + "zones: [eu-west-1a, eu-west-1b]")]
    public void Missing_required_value_is_named_with_how_to_set_it(string path, string message) =>
        AssertOnlyFinding(path, "", message);

    [Test]
    public void Missing_required_values_of_a_nested_area_are_each_named()
    {
        var (settings, findings) = Read("mailFlow.smartHost", "{}");

        Assert.That(findings.Select(finding => finding.Message), Is.EqualTo(new[]
        {
            "mailFlow.smartHost.host is not set. Run: pulumi config set --path "
                + "exchange-on-aws:mailFlow.smartHost.host email-smtp.eu-west-1.amazonaws.com",
            "mailFlow.smartHost.credentialsSecretArn is not set. Run: pulumi config set --path "
                + "exchange-on-aws:mailFlow.smartHost.credentialsSecretArn "
                + "arn:aws:secretsmanager:eu-west-1:123456789012:secret:smtp-AbCdEf",
        }));
        Assert.That(settings.MailFlow.SmartHost!.Port, Is.EqualTo(587));
    }

    [TestCase("", "aws:region is not set. Run: pulumi config set aws:region eu-west-1")]
    [TestCase("Ireland", "aws:region is \"Ireland\", which is not a region such as eu-west-1. "
        + "Run: pulumi config set aws:region eu-west-1")]
    [TestCase("eu-west-1a", "aws:region is \"eu-west-1a\", which is not a region such as eu-west-1. "
        + "Run: pulumi config set aws:region eu-west-1")]
    public void Region_that_is_none_is_named_with_how_to_set_it(string region, string message)
    {
        var yaml = Yaml("edge.servers", "0")
            .Replace("region: eu-west-1", "region: " + region, StringComparison.Ordinal);
        var (settings, findings) = Read(yaml);

        Assert.That(findings, Is.EqualTo(new[] { Finding.Error("aws:region", message) }));
        Assert.That(settings.Region, Is.EqualTo("eu-west-1"));
    }

    [Test]
    public void Ten_mistakes_are_ten_findings_in_one_run()
    {
        var (_, findings) = Read("""
            config:
              aws:region: Ireland
              exchange-on-aws:network:
                zones: [eu-west-1a]
                cidr: 10.0.1.0/16
                natGateway: single
              exchange-on-aws:directory:
                netBiosName: CORP
              exchange-on-aws:gateway:
                hosts: 5
                allowedCidrs: 203.0.113.0/24
              exchange-on-aws:mailbox:
                witness: share
                databases: many
              exchange-on-aws:clientAccess:
                namespace: mail.example.com
              exchange-on-aws:egde:
                servers: 2
            """);

        Assert.That(findings.Select(finding => finding.Subject), Is.EquivalentTo(new[]
        {
            "aws:region", "network.zones", "network.cidr", "network.natGateway", "directory.domainName",
            "gateway.hosts", "gateway.allowedCidrs", "mailbox.witness", "mailbox.databases", "egde",
        }));
        Assert.That(findings, Has.All.Property(nameof(Finding.Severity)).EqualTo(Severity.Error));
    }

    private static void AssertOnlyFinding(string path, string value, string message)
    {
        var (settings, findings) = Read(path, value);

        Assert.That(findings.Select(finding => finding.Message), Is.EqualTo(new[] { message }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(findings[0].Severity, Is.EqualTo(Severity.Error));
            Assert.That(message.Replace("exchange-on-aws:", "", StringComparison.Ordinal),
                Does.StartWith(findings[0].Subject + " "));
            Assert.That(() => DeploymentPlan.From("dev", settings), Throws.Nothing);
        }
    }
}
