using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class DirectoryStepsTests
{
    [Test]
    public void Domain_controllers_prepare_at_the_same_time()
    {
        var steps = Plans.ThreeZones.Steps.Schedule;

        Assert.That(
            new[] { "dca1", "dcb1", "dcc1" }.Select(host => Start(steps, $"{host}-agent-service")),
            Is.All.Zero);
    }

    [Test]
    public void Domain_controllers_are_promoted_one_after_another()
    {
        var steps = Plans.ThreeZones.Steps.Schedule;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Start(steps, "dcb1-promotion"), Is.GreaterThanOrEqualTo(End(steps, "dca1-accounts")));
            Assert.That(
                Start(steps, "dcc1-promotion"), Is.GreaterThanOrEqualTo(End(steps, "dcb1-promotion")));
        }
    }

    [Test]
    public void Every_domain_controller_asks_its_partners_first_and_itself_last() => Assert.That(
        Plans.TwoZones.Steps.Schedule
            .Where(step => step.Step.Id.EndsWith("dns-partners", StringComparison.Ordinal))
            .Select(step => (step.Step.Id, step.Step.Arguments["DnsServers"].Text)),
        Is.EquivalentTo(new[]
        {
            ("dca1-dns-partners", "10.0.32.10,127.0.0.1"), ("dcb1-dns-partners", "10.0.0.10,127.0.0.1"),
        }));

    [Test]
    public void Domain_is_ready_when_every_domain_controller_is_healthy() => Assert.That(
        Plans.ThreeZones.DirectoryReady, Is.EqualTo(new[] { "dca1-health", "dcb1-health", "dcc1-health" }));

    [Test]
    public void Health_of_one_waits_for_all_promotions()
    {
        var steps = Plans.ThreeZones.Steps.Schedule;

        Assert.That(Start(steps, "dca1-health"), Is.GreaterThan(End(steps, "dcc1-promotion")));
    }

    [Test]
    public void Existing_domain_has_no_steps_of_its_own_and_is_ready_once_it_is_proved_fit()
    {
        var plan = Plans.WithDirectory(directory => directory with { Existing = Plans.ExistingDirectory });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.DirectoryReady, Is.EqualTo(new[] { "exa1-preflight" }));
            Assert.That(
                plan.Steps.Schedule.Select(step => step.Step.Target.Name).Distinct(),
                Is.EquivalentTo(new[] { "gateway", "EXA1", "EXB1", "WITNESS" }));
        }
    }

    [Test]
    public void Gateway_runs_its_steps_in_order_once_the_domain_is_ready()
    {
        var steps = Plans.TwoZones.Steps.Schedule.Select(step => step.Step).Where(step => step.Target.IsGroup)
            .ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(steps[0].After, Is.EqualTo(Plans.TwoZones.DirectoryReady));
            Assert.That(
                steps.Skip(1).Select(step => step.After.Single()),
                Is.EqualTo(steps.SkipLast(1).Select(step => step.Id)));
        }
    }

    [Test]
    public void No_gateway_has_no_steps() => Assert.That(
        Plans.WithGateway(gateway => gateway with { Hosts = 0 }).Steps.Schedule.Any(
            step => step.Step.Target.IsGroup),
        Is.False);

    private static int Start(IEnumerable<ScheduledStep> steps, string id) =>
        steps.Single(step => step.Step.Id == id).Start;

    private static int End(IEnumerable<ScheduledStep> steps, string id) =>
        steps.Single(step => step.Step.Id == id).End;
}
