using ExchangeOnAws.Findings;
using ExchangeOnAws.Reporting.Diff;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Reporting.Diff;

public sealed class When_a_node_is_added
{
    private PlanDiff _diff = null!;

    [OneTimeSetUp]
    public async Task Compare() => _diff = PlanDiff.Of(
        await PlanDocuments.Of("prod"),
        await PlanDocuments.Of(
            "prod", settings => settings with { Mailbox = settings.Mailbox with { NodesPerZone = 2 } }));

    [Test]
    public void Should_add_hosts_and_change_none() => Assert.That(
        Section("hosts").Select(host => (host.Kind, host.Name)),
        Is.EqualTo(new[] { (ChangeKind.Added, "EXA2"), (ChangeKind.Added, "EXB2") }));

    [Test]
    public void Should_replace_nothing() => Assert.That(_diff.Count(ChangeKind.Replaced), Is.Zero);

    // What is left: lists of the members, and the emergency documents of failures that mail now survives.
    [Test]
    public void Should_touch_no_server_volume_address_or_balancer() => Assert.That(
        _diff.Resources
            .Where(change => change.Kind is ChangeKind.Changed or ChangeKind.Removed)
            .Select(change => change.Resource.Name),
        Is.EquivalentTo(new[]
        {
            "recovery-take-back-rights", "recovery-without-exa1-witness", "recovery-without-exb1-witness",
            "operation-before-updates", "operation-enter-maintenance", "recovery-switch-back-eu-west-1a",
            "recovery-switch-back-eu-west-1b", "overview-dashboard", "topology-cluster-members",
        }));

    [Test]
    public void Should_run_again_only_what_the_whole_cluster_is_told() => Assert.That(
        Section("steps").Where(step => step.Kind == ChangeKind.RunsAgain).Select(step => step.Name),
        Is.EquivalentTo(new[]
        {
            "exa1-accepted-domains", "exa1-activation", "exa1-client-access", "exa1-copies-1",
            "exa1-copies-2", "exa1-dag-settings", "exa1-mail-flow", "exa1-message-limits",
            "exa1-send-connector", "exa1-subscription-edgea1", "exa1-subscription-edgeb1",
            "exa1-verification", "exb1-copies-1", "exb1-copies-2", "edgea1-host-names",
            "edgea1-subscription-file", "edgea1-transport", "edgeb1-host-names",
            "edgeb1-subscription-file", "edgeb1-transport",
        }));

    [Test]
    public void Should_say_that_copies_stay_where_they_are() => Assert.That(
        Section("databases").Select(database => (database.Name, database.Note)),
        Is.EqualTo(new[]
        {
            ("DB02", "its copy on EXA1 stays until it is removed"),
            ("DB03", "its copy on EXA1, EXB1 stays until it is removed"),
            ("DB04", "its copy on EXB1 stays until it is removed"),
        }));

    [Test]
    public void Should_find_no_fault() => Assert.That(
        _diff.Findings.Where(finding => finding.Severity != Severity.Info), Is.Empty);

    [Test]
    public void Should_say_in_one_line_that_existing_hosts_stay() => Assert.That(
        DiffText.Of(_diff),
        Does.Contain("Existing hosts stay as they are, and no data or address is given up."));

    private IReadOnlyList<ItemChange> Section(string key) =>
        _diff.Sections.Single(section => section.Key == key).Items;
}
