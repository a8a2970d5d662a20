using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class RebuildCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new RebuildCheck();

    [Test]
    public void Member_that_is_rebuilt_is_told_to_take_the_setting_away_again() => AssertSays(
        Rebuilding("exb1"),
        Finding.Info("mailbox.rebuild", "mailbox.rebuild names EXB1: what is left of them in the cluster is "
            + "removed, and their new servers are recovered. Remove the setting afterwards."));

    [Test]
    public void Name_of_nobody_is_refused() => AssertSays(
        Rebuilding("EXC9"),
        Finding.Error("mailbox.rebuild", "mailbox.rebuild names EXC9, which is no member; there are EXA1, "
            + "EXB1. Correct the name."));

    [Test]
    public void All_members_cannot_be_rebuilt() => AssertSays(
        Rebuilding("EXA1", "EXB1"),
        Finding.Error("mailbox.rebuild", "mailbox.rebuild names EXA1, EXB1, which are all members; nobody is "
            + "left to take them back and no copy to seed them from. Restore one from its backup first."));

    private static DeploymentPlan Rebuilding(params string[] names) =>
        Plans.WithMailbox(mailbox => mailbox with { Rebuild = names });
}
