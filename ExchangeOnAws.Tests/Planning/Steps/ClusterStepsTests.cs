using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class ClusterStepsTests
{
    [Test]
    public void Members_join_the_group_one_after_another()
    {
        var joins = StepsOf(FullNodes, "Mailbox/Add-AvailabilityGroupMember");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                joins.Select(step => (step.Id, step.Arguments["Previous"].Text)),
                Is.EqualTo(new[]
                {
                    ("exa1-dag-member", ""), ("exb1-dag-member", "EXA1"), ("exc1-dag-member", "EXA1,EXB1"),
                }));
            Assert.That(joins[1].After, Has.Member("exa1-dag-member"));
            Assert.That(joins[2].After, Has.Member("exb1-dag-member"));
        }
    }

    [Test]
    public void Every_planned_copy_is_made_once_on_its_member_with_its_preference()
    {
        foreach (var plan in new[] { Plans.TwoZones, Plans.ThreeZones, FullNodes, Many })
        {
            var made = StepsOf(plan, "Mailbox/Set-DatabaseCopies").SelectMany(step => step
                .Arguments["Databases"].Text!.Split(',')
                .Select(database => $"{database} {step.Target.Name} {step.Arguments["Preference"].Text}"));
            var planned = plan.Cluster.Databases.SelectMany(database => database.Copies
                .Select(copy => $"{database.Name} {copy.Member} {copy.Preference}"));

            Assert.That(made, Is.EquivalentTo(planned));
        }
    }

    // Exchange refuses a preference that is higher than the number of copies.
    [Test]
    public void Copy_waits_for_the_one_with_the_preference_before_it()
    {
        var steps = StepsOf(FullNodes, "Mailbox/Set-DatabaseCopies").ToDictionary(step => step.Id);

        foreach (var database in FullNodes.Cluster.Databases)
        {
            foreach (var copy in database.Copies.Skip(1))
            {
                var before = database.Copies[copy.Preference - 2];
                Assert.That(
                    steps[$"{copy.Member.ToLowerInvariant()}-copies-{copy.Preference}"].After,
                    Has.Member($"{before.Member.ToLowerInvariant()}-copies-{before.Preference}"));
            }
        }
    }

    [Test]
    public void Verification_comes_last_and_knows_the_whole_layout()
    {
        var plan = Plans.TwoZones;
        var verification = StepsOf(plan, "Mailbox/Confirm-Cluster").Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.VerifiedBy, Is.EqualTo(verification.Id));
            Assert.That(plan.Steps.CriticalPath, Has.Member(verification));
            Assert.That(
                verification.Arguments["Databases"].Text,
                Is.EqualTo("DB01=EXA1/EXB1,DB02=EXB1/EXA1,DB03=EXA1/EXB1,DB04=EXB1/EXA1"));
            Assert.That(
                verification.Arguments["WitnessServer"].Text, Is.EqualTo("WITNESS.corp.example.com"));
        }
    }

    [Test]
    public void Group_of_full_nodes_has_no_witness_server() => Assert.That(
        FullNodes.Steps.Schedule.Select(step => step.Step)
            .Where(step => step.Arguments.ContainsKey("WitnessServer"))
            .Select(step => step.Arguments["WitnessServer"].Text),
        Is.Not.Empty.And.All.Empty);

    // The longest wait of a step has to end before Systems Manager gives the association up.
    [Test]
    public void No_step_takes_longer_than_an_association_may() => Assert.That(
        Many.Steps.Schedule.Select(step => step.Step.TimeoutMinutes),
        Is.All.LessThanOrEqualTo(StepPlan.LongestTimeoutMinutes));

    private static DeploymentPlan FullNodes => Plans.ThreeZonesWith(settings =>
        settings with { Mailbox = settings.Mailbox with { Witness = Witness.FullNode } });

    private static DeploymentPlan Many => Plans.ThreeZonesWith(settings =>
        settings with { Mailbox = settings.Mailbox with { NodesPerZone = 8, Databases = 40, Copies = 4 } });

    private static StepPlan[] StepsOf(DeploymentPlan plan, string script) =>
        [.. plan.Steps.Schedule.Select(step => step.Step).Where(step => step.Script == script)];
}
