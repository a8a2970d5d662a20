using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class MailboxStepsTests
{
    [Test]
    public void Members_prepare_while_the_domain_controllers_are_made()
    {
        var schedule = Schedule(Plans.ThreeZones);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(schedule["exa1-agent-service"].Start, Is.Zero);
            Assert.That(schedule["exa1-ucma"].End, Is.LessThan(schedule["dcc1-health"].Start));
            Assert.That(schedule["exb1-join"].End, Is.LessThan(schedule["dcc1-health"].Start));
        }
    }

    [Test]
    public void Directory_is_prepared_once_when_all_domain_controllers_are_healthy()
    {
        var plan = Plans.ThreeZones;
        var preparation = plan.Steps.Schedule
            .Single(step => step.Step.Script == "Directory/Initialize-Directory").Step;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(preparation.Target.Name, Is.EqualTo("EXA1"));
            Assert.That(
                preparation.After,
                Is.SupersetOf(plan.DirectoryReady.Append("dca1-preparation-rights")));
        }
    }

    // Enterprise Admins until the first server is there, as Microsoft asks for, and not a step longer.
    [Test]
    public void Rights_of_the_setup_account_shrink_with_every_stage() => Assert.That(
        Schedule(Plans.ThreeZones).Values
            .Where(step => step.Step.Script == "Directory/Set-SetupRights")
            .Select(step => (step.Step.Id, step.Step.Arguments["Stage"].Text, step.Step.After[0])),
        Is.EqualTo(new[]
        {
            ("dca1-preparation-rights", "Preparation", "dca1-health"),
            ("dca1-first-member-rights", "FirstMember", "exa1-directory"),
            ("dca1-member-rights", "Members", "exa1-mailbox-role"),
        }));

    [Test]
    public void First_member_is_installed_alone_and_the_others_at_once()
    {
        var schedule = Schedule(NineMembers(inParallel: true));
        var first = schedule["exa1-mailbox-role"];
        string[] others = ["exa2", "exb1", "exb2", "exc1", "exc2", "exc3", "exa3", "exb3"];

        Assert.That(
            others.Select(name => schedule[$"{name}-mailbox-role"].Start), Is.All.EqualTo(first.End + 1));
    }

    [Test]
    public void Members_are_installed_one_after_another_when_the_stack_file_says_so()
    {
        var installations = Schedule(NineMembers(inParallel: false)).Values
            .Where(step => step.Step.Script == "Mailbox/Install-MailboxRole")
            .OrderBy(step => step.Start)
            .ToArray();

        Assert.That(installations, Has.Length.EqualTo(9));
        Assert.That(
            installations.Zip(installations.Skip(1), (one, next) => next.Start - one.End),
            Is.All.GreaterThanOrEqualTo(0));
    }

    // Setup makes one database on every member; under its planned name it need not be moved or removed.
    [Test]
    public void Setup_makes_the_database_that_is_mounted_on_the_member() => Assert.That(
        Schedule(Plans.TwoZones).Values
            .Where(step => step.Step.Script == "Mailbox/Install-MailboxRole")
            .Select(step => (step.Step.Id, Text(step, "DatabaseName"), Text(step, "DatabasePath"),
                Text(step, "LogPath"))),
        Is.EqualTo(new[]
        {
            ("exa1-mailbox-role", "DB01", @"D:\Databases\DB01\DB01.edb", @"E:\Logs\DB01"),
            ("exb1-mailbox-role", "DB02", @"D:\Databases\DB02\DB02.edb", @"E:\Logs\DB02"),
        }));

    [Test]
    public void Packages_of_the_release_have_a_step_each() => Assert.That(
        Schedule(Plans.TwoZones).Keys.Where(id => id.StartsWith("exa1-", StringComparison.Ordinal)),
        Is.SupersetOf(
            ExchangeReleases.Of(ExchangeVersion.SubscriptionEdition).Packages
                .Select(package => $"exa1-{package.Id}")));

    [Test]
    public void Product_key_is_a_step_only_where_there_is_one()
    {
        var licensed = Plans.WithMailbox(mailbox => mailbox with { ProductKeySecretArn = Plans.Secret });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Schedule(Plans.TwoZones).Keys, Has.None.EndsWith("product-key"));
            Assert.That(Schedule(licensed)["exa1-dag"].Step.After, Has.Member("exa1-product-key"));
        }
    }

    [Test]
    public void Media_without_a_public_address_comes_from_the_deployments_bucket() => Assert.That(
        Schedule(Plans.WithMailbox(mailbox => mailbox with { Version = ExchangeVersion.V2019 }))
            ["exa1-media"].Step.Arguments["Source"],
        Is.EqualTo(StepArgument.FromDeployment(MediaPlan.OwnAddress)));

    [Test]
    public void Existing_domain_keeps_the_rights_of_its_accounts_to_itself()
    {
        var schedule = Schedule(
            Plans.WithDirectory(directory => directory with { Existing = Plans.ExistingDirectory }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(schedule.Keys, Has.None.Contain("rights"));
            Assert.That(schedule["exa1-mailbox-role"].Step.After, Has.Member("exa1-directory"));
            Assert.That(schedule["exb1-mailbox-role"].Step.After, Has.Member("exa1-mailbox-role"));
        }
    }

    [Test]
    public void Witness_admits_exchange_before_the_group_is_made()
    {
        var schedule = Schedule(Plans.ThreeZones);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(schedule["witness-administrators"].Step.After, Has.Member("exa1-directory"));
            Assert.That(schedule["exa1-dag"].Step.After, Has.Member("witness-administrators"));
        }
    }

    // Their steps would be taken for one another's; a check refuses such names.
    [TestCase("EXA1")]
    [TestCase("dca1")]
    [TestCase("Gateway")]
    public void Name_that_two_hosts_share_leaves_the_cluster_without_steps(string witness) => Assert.That(
        Schedule(Plans.WithMailbox(mailbox => mailbox with { WitnessName = witness })).Keys,
        Has.None.EndsWith("mailbox-role"));

    private static DeploymentPlan NineMembers(bool inParallel) => Plans.ThreeZonesWith(settings =>
        settings with
        {
            Mailbox = settings.Mailbox with
            {
                Witness = Witness.FullNode,
                NodesPerZone = 3,
                InstallInParallel = inParallel,
            },
        });

    private static string? Text(ScheduledStep step, string argument) => step.Step.Arguments[argument].Text;

    private static Dictionary<string, ScheduledStep> Schedule(DeploymentPlan plan) =>
        plan.Steps.Schedule.ToDictionary(step => step.Step.Id);
}
