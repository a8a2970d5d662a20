using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

/// <summary>
/// The expected commands are written by hand from Microsoft's "Datacenter switchovers" for a group in
/// datacenter activation coordination mode.
/// </summary>
public sealed class RecoveryPlannerTests
{
    [Test]
    public void Survivor_of_two_zones_goes_on_with_a_new_witness()
    {
        var recovery = Named(Plans.TwoZones, "without-exa1-witness");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(recovery.Cases, Is.EqualTo(new[]
            {
                new[] { "eu-west-1a" }, ["EXA1", "WITNESS"],
            }));
            Assert.That(recovery.Commands.Select(command => command.ToString()), Is.EqualTo(new[]
            {
                "operator> aws ec2 stop-instances --force --instance-ids <EXA1> <WITNESS>",
                "DCB1> Add-ADGroupMember -Identity Administrators -Members 'Exchange Trusted Subsystem'",
                "EXB1> Stop-DatabaseAvailabilityGroup -Identity DAG1 -MailboxServer EXA1 -ConfigurationOnly "
                    + "-Confirm:$false",
                "EXB1> Stop-Service -Name ClusSvc",
                "EXB1> Restore-DatabaseAvailabilityGroup -Identity DAG1 "
                    + "-AlternateWitnessServer DCB1.corp.example.com "
                    + @"-AlternateWitnessDirectory C:\DagWitness\DAG1 -Confirm:$false",
                "EXB1> Move-ActiveMailboxDatabase -Identity DB01 -ActivateOnServer EXB1 "
                    + "-MountDialOverride Lossless -SkipActiveCopyChecks -Confirm:$false",
                "EXB1> Move-ActiveMailboxDatabase -Identity DB03 -ActivateOnServer EXB1 "
                    + "-MountDialOverride Lossless -SkipActiveCopyChecks -Confirm:$false",
            }));
            Assert.That(recovery.Confirmation, Is.EqualTo("DAG1 without EXA1"));
        }
    }

    // Three survivors vote among themselves.
    [Test]
    public void Odd_number_of_survivors_needs_no_witness()
    {
        var plan = Plans.WithMailbox(mailbox => mailbox with { NodesPerZone = 3 });
        var recovery = Named(plan, "without-exa1-exa2-exa3-witness");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(recovery.NeedsWitness, Is.False);
            Assert.That(recovery.AlternateWitness, Is.Null);
            Assert.That(
                recovery.Commands.Select(command => command.ToString()),
                Has.Member("EXB1> Restore-DatabaseAvailabilityGroup -Identity DAG1 -Confirm:$false"));
            Assert.That(
                recovery.Commands.Where(command => command.Command == "Stop-Service -Name ClusSvc")
                    .Select(command => command.Where),
                Is.EqualTo(new[] { "EXB1", "EXB2", "EXB3" }));
        }
    }

    [Test]
    public void Owner_of_an_existing_domain_names_the_new_witness()
    {
        var plan = Plans.WithDirectory(directory => directory with { Existing = Plans.ExistingDirectory });
        var recovery = Named(plan, "without-exa1-witness");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((recovery.AlternateWitness, recovery.WitnessController), Is.EqualTo(((string?)null,
                (HostPlan?)null)));
            Assert.That(
                recovery.Commands.Select(command => command.Command),
                Has.One.Contains($"-AlternateWitnessServer {RecoveryPlanner.UnknownWitness} "));
        }
    }

    [Test]
    public void Lost_directory_is_started_again()
    {
        var recovery = Named(Plans.TwoZones, "without-dca1-dcb1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(recovery.HasDocument, Is.False);
            Assert.That(
                recovery.Commands.Select(command => command.ToString()),
                Is.EqualTo(new[] { "operator> aws ec2 start-instances --instance-ids <DCA1> <DCB1>" }));
        }
    }

    [Test]
    public void Every_failure_that_needs_a_person_has_a_recovery_and_no_other() =>
        Generators.Check(Generators.ValidSettings, 60, settings =>
        {
            var plan = DeploymentPlan.From("test", settings);
            return plan.Failures
                .Where(failure => (plan.RecoveryFrom(failure) is not null)
                    != (failure.Outcome == FailureOutcome.Manual))
                .Select(failure => $"{string.Join(' ', failure.Lost)}: {failure.Outcome}");
        });

    [Test]
    public void Survivors_and_lost_members_are_all_members() =>
        Generators.Check(Generators.ValidSettings, 60, settings =>
        {
            var plan = DeploymentPlan.From("test", settings);
            return plan.Recoveries
                .Where(recovery => recovery.HasDocument)
                .Where(recovery => !recovery.LostMembers.Concat(recovery.Survivors).ToHashSet()
                    .SetEquals(plan.Cluster.Members))
                .Select(recovery => recovery.Name);
        });

    [Test]
    public void Three_zones_of_full_nodes_recover_from_the_loss_of_any_two()
    {
        var plan = Plans.ThreeZonesWith(settings =>
            settings with { Mailbox = settings.Mailbox with { Witness = Witness.FullNode } });

        Assert.That(
            plan.Recoveries.Select(recovery => recovery.Name),
            Is.EquivalentTo(new[] { "without-exa1-exb1", "without-exa1-exc1", "without-exb1-exc1" }));
    }

    private static RecoveryPlan Named(DeploymentPlan plan, string name) =>
        plan.Recoveries.Single(recovery => recovery.Name == name);
}
