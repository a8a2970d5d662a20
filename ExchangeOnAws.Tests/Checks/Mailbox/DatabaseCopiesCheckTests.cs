using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class DatabaseCopiesCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new DatabaseCopiesCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
        [Plans.TwoZones, Plans.ThreeZones, Plans.WithMailbox(mailbox => mailbox with { Copies = 2 })];

    [Test]
    public void More_copies_than_members_are_an_error() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { Copies = 3 }),
        Finding.Error("mailbox.copies", "mailbox.copies is 3 and the cluster has 2 members; a member holds "
            + "one copy of a database. Use at most 2, or raise mailbox.nodesPerZone."));

    [Test]
    public void Single_copy_is_a_warning() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { Copies = 1 }),
        Finding.Warning("mailbox.copies", "mailbox.copies is 1, so a member that is lost takes its mail with "
            + "it. Use 2 or more."));
}
