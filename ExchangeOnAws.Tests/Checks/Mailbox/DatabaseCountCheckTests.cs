using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class DatabaseCountCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new DatabaseCountCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
        [Plans.TwoZones, Plans.WithMailbox(mailbox => mailbox with { Databases = 5 })];

    [Test]
    public void More_copies_than_standard_edition_mounts_are_told() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { Databases = 6 }),
        Finding.Info("mailbox.databases", "mailbox.databases 6 puts 6 database copies on EXA1; Standard "
            + "Edition mounts 5 on a server. Have an Enterprise Edition key, or keep to 5 copies on a "
            + "member."));

    [TestCase(100, Severity.Info)]
    [TestCase(101, Severity.Error)]
    public void More_copies_than_enterprise_edition_mounts_are_an_error(int databases, Severity severity) =>
        Assert.That(Run(Plans.WithMailbox(mailbox =>
            mailbox with { Databases = databases })).Single().Severity, Is.EqualTo(severity));

    [Test]
    public void Fewer_databases_than_members_are_raised_and_told() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { Databases = 3, NodesPerZone = 2 }),
        Finding.Info("mailbox.databases", "mailbox.databases is 3 and the cluster has 4 members; setup makes "
            + "a database on every member, so 4 are planned. Set mailbox.databases to 4 or more."));

    [Test]
    public void Message_says_how_to_get_below_the_limit() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { Databases = 101 }),
        Finding.Error("mailbox.databases", "mailbox.databases 101 puts 101 database copies on EXA1; Exchange "
            + "mounts 100 on a server. Lower mailbox.databases or mailbox.copies, or raise "
            + "mailbox.nodesPerZone."));
}
