using System.Reflection;
using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class AllChecksTests
{
    private static readonly Type[] s_types = [.. typeof(ICheck).Assembly.GetTypes()
        .Where(type => type.IsClass && type.IsAssignableTo(typeof(ICheck)))
        .Where(type => type.Namespace == typeof(ICheck).Namespace)];

    [Test]
    public void Every_check_is_in_the_list_once() =>
        Assert.That(AllChecks.List.Select(check => check.GetType()), Is.Not.Empty.And.EquivalentTo(s_types));

    [Test]
    public void Every_check_has_a_test_class()
    {
        var tests = Assembly.GetExecutingAssembly().GetTypes().Select(type => type.Name);

        Assert.That(s_types.Select(type => type.Name + "Tests"), Is.SubsetOf(tests));
    }

    [TestCaseSource(nameof(List))]
    public void Every_subject_is_a_setting(ICheck check) =>
        Assert.That(
            check.Subjects, Is.Not.Empty.And.SubsetOf(Keys("", typeof(StackSettings))
                .Append("aws:region").Append("aws-native:region").Append("stack")));

    [TestCaseSource(nameof(List))]
    public void Valid_plans_have_no_error(ICheck check)
    {
        var findings = new[] { Plans.TwoZones, Plans.ThreeZones }.SelectMany(check.Run);

        Assert.That(findings.Where(finding => finding.Severity == Severity.Error), Is.Empty);
    }

    [TestCaseSource(nameof(List))]
    public void Extreme_settings_do_not_make_a_check_throw(ICheck check)
    {
        DeploymentPlan[] plans =
        [
            Plans.WithNetwork(network => network with { Cidr = Plans.Blocks("0.0.0.0/0")[0] }),
            Plans.WithNetwork(network => network with { Cidr = Plans.Blocks("255.255.255.255/32")[0] }),
            Plans.WithNetwork(network =>
                network with { PrivateSubnetCidrs = Plans.Blocks("0.0.0.0/0", "10.0.0.0/32") }),
            Plans.WithNetwork(network => network with { Zones = ["eu-west-1a", "eu-west-1a"] }),
            Plans.WithNetwork(network => network with { VpcId = "vpc-0a1b2c3d4e5f67890" }),
            Plans.WithMailbox(mailbox =>
                mailbox with { NodesPerZone = 8, Witness = Witness.FullNode, Databases = 100 }),
            Plans.WithMailbox(mailbox => mailbox with { NamePrefix = "DC", OrganizationName = "" }),
        ];

        Assert.That(() => plans.SelectMany(check.Run).ToArray(), Throws.Nothing);
    }

    [Test]
    public void Findings_come_worst_first_and_always_in_the_same_order()
    {
        var plan = Plans.With(settings => settings with
        {
            Gateway = new(),
            Edge = new() { Servers = 1 },
            MailFlow = new(),
            Mailbox = settings.Mailbox with { DagName = "AVERYLONGGROUPNAME" },
        });
        var backwards = AllChecks.Run(AllChecks.List.Reverse(), plan, []);

        var findings = AllChecks.Run(plan, []);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(findings.Select(finding => finding.Severity), Is.Ordered);
            Assert.That(findings.Select(finding => finding.Severity).Distinct().Count(), Is.EqualTo(3));
            Assert.That(backwards, Is.EqualTo(findings));
        }
    }

    [Test]
    public void Reader_findings_are_kept()
    {
        var readerFinding = Finding.Error("network.cidrs", "network.cidrs is not a setting.");

        Assert.That(AllChecks.Run(Plans.TwoZones, [readerFinding]), Does.Contain(readerFinding));
    }

    [Test]
    public void Throwing_check_is_an_error_that_names_it()
    {
        var findings = AllChecks.Run([new FaultyCheck()], Plans.TwoZones, []);

        Assert.That(findings, Is.EqualTo(new[]
        {
            Finding.Error("FaultyCheck", "FaultyCheck stopped with InvalidOperationException: No zone has "
                + "that name. Its rule is not checked; report this together with the stack file."),
        }));
    }

    [Test]
    public void Throwing_check_does_not_stop_the_others()
    {
        var findings = AllChecks.Run([new FaultyCheck(), new TalkativeCheck()], Plans.TwoZones, []);

        Assert.That(
            findings.Select(finding => finding.Subject),
            Is.EqualTo(new[] { "FaultyCheck", "mailbox.media.sha256" }));
    }

    [TestCase("mailbox.media.sha256")]
    [TestCase("mailbox.media")]
    [TestCase("mailbox.media.sha256.part")]
    public void Check_is_left_out_when_its_setting_was_not_read(string unread)
    {
        var readerFinding = Finding.Error(unread, $"{unread} is not set.");

        var findings = AllChecks.Run([new TalkativeCheck()], Plans.TwoZones, [readerFinding]);

        Assert.That(findings, Is.EqualTo(new[] { readerFinding }));
    }

    [TestCase("mailbox.mediaSource")]
    [TestCase("mailbox.media.sha2")]
    [TestCase("mailbox.databases")]
    public void Check_runs_when_only_another_setting_was_not_read(string unread)
    {
        var readerFinding = Finding.Error(unread, $"{unread} is not set.");

        var findings = AllChecks.Run([new TalkativeCheck()], Plans.TwoZones, [readerFinding]);

        Assert.That(findings, Has.Count.EqualTo(2));
    }

    private static IReadOnlyList<ICheck> List() => AllChecks.List;

    private static IEnumerable<string> Keys(string path, Type record) => SettingProperty.Of(record)
        .SelectMany(setting => setting.IsRecord
            ? Keys($"{path}{setting.Key}.", setting.Type).Append(path + setting.Key)
            : [path + setting.Key]);

    private sealed class FaultyCheck : ICheck
    {
        public IReadOnlyList<string> Subjects { get; } = ["network.zones"];

        public IEnumerable<Finding> Run(DeploymentPlan plan)
        {
            yield return plan.Hosts.Count > 0
                ? throw new InvalidOperationException("No zone has that name.")
                : Finding.Info("network.zones", "Never said.");
        }
    }

    private sealed class TalkativeCheck : ICheck
    {
        public IReadOnlyList<string> Subjects { get; } = ["mailbox.media.sha256"];

        public IEnumerable<Finding> Run(DeploymentPlan plan) =>
            [Finding.Info("mailbox.media.sha256", "It is there.")];
    }
}
