using System.Net;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Reporting.Diff;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Reporting.Diff;

public sealed class When_the_network_moves
{
    private static readonly string[] s_servers =
    [
        "directory-dca1-instance", "directory-dcb1-instance", "directory-dcc1-instance",
        "edge-edgea1-instance", "edge-edgeb1-instance",
        "mailbox-exa1-instance", "mailbox-exb1-instance", "mailbox-witness-instance",
    ];

    private PlanDocument _before = null!;
    private PlanDiff _diff = null!;

    [OneTimeSetUp]
    public async Task Compare()
    {
        _before = await PlanDocuments.Of("prod");
        _diff = PlanDiff.Of(_before, await PlanDocuments.Of("prod", settings => settings with
        {
            Network = settings.Network with { Cidr = IPNetwork.Parse("10.1.0.0/16") },
        }));
    }

    [Test]
    public void Should_refuse_to_replace_servers() => Assert.That(
        _diff.Findings.Where(finding => finding.Severity == Severity.Error)
            .Select(finding => finding.Subject),
        Is.EqualTo(s_servers));

    [Test]
    public void Should_replace_what_is_attached_to_what_is_replaced() => Assert.That(
        Replaced(), Is.SupersetOf(new[]
        {
            "network-vpc", "network-private-eu-west-1a", "network-nat-eu-west-1a",
            "network-route-internet-private-eu-west-1a", "network-security-mailbox",
            "mailbox-exa1-attachment-database", "clients-tcp-balancer", "clients-tcp-listener-443",
        }));

    [Test]
    public void Should_keep_volumes_keys_secrets_and_buckets() => Assert.That(
        _diff.Resources.Where(change => change.Kind is ChangeKind.Replaced or ChangeKind.Removed)
            .Select(change => change.Resource.ShortType),
        Has.None.AnyOf(
            "aws:ebs:Volume", "aws:kms:Key", "aws-native:secretsmanager:Secret", "aws:s3:Bucket"));

    [Test]
    public void Should_run_every_step_of_a_replaced_server_again()
    {
        var steps = _before.Objects("steps")
            .Where(step => JsonText.Of(step["host"]) == "EXA1")
            .Select(step => JsonText.Of(step["id"]));

        Assert.That(
            _diff.Sections.Single(section => section.Key == "steps").Items
                .Where(step => step.Kind == ChangeKind.RunsAgain && step.Host == "EXA1")
                .Select(step => step.Name),
            Is.EquivalentTo(steps));
    }

    // Servers that Auto Scaling launches run all steps of their group as one.
    [Test]
    public void Should_run_a_changed_step_of_the_gateways_again() => Assert.That(
        _diff.Sections.Single(section => section.Key == "steps").Items
            .Where(step => step.Name.StartsWith("gateway", StringComparison.Ordinal))
            .Select(step => (step.Kind, step.Name)),
        Is.EqualTo(new[]
        {
            (ChangeKind.RunsAgain, "gateway"), (ChangeKind.RunsAgain, "gateway-dns-client"),
        }));

    [Test]
    public void Should_say_why() => Assert.That(
        _diff.Findings[0].Message,
        Is.EqualTo("directory-dca1-instance (aws:ec2:Instance) is replaced, because of privateIp, subnetId: "
            + "a server and what is on its system volume would be lost. Undo the change, or name "
            + "directory-dca1-instance in protection.allowReplacement when that is meant. It is protected, "
            + "so pulumi up stops there."));

    [Test]
    public async Task Should_be_allowed_by_name()
    {
        var diff = PlanDiff.Of(_before, await PlanDocuments.Of("prod", settings => settings with
        {
            Network = settings.Network with { Cidr = IPNetwork.Parse("10.1.0.0/16") },
            Protection = settings.Protection with { AllowReplacement = s_servers },
        }));

        Assert.That(diff.HasErrors, Is.False);
    }

    private IEnumerable<string> Replaced() => _diff.Resources
        .Where(change => change.Kind == ChangeKind.Replaced)
        .Select(change => change.Resource.Name);
}
