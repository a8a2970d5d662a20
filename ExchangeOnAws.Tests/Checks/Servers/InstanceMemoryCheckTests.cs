using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class InstanceMemoryCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new InstanceMemoryCheck();

    [Test]
    public void Too_little_memory_is_a_warning() => AssertSays(
        Plans.With(settings => settings with
        {
            Mailbox = settings.Mailbox with { InstanceType = "r6i.xlarge" },
            Edge = new() { Servers = 2, InstanceType = "m6i.2xlarge" },
        }),
        Finding.Warning("mailbox.instanceType", "mailbox.instanceType is r6i.xlarge, which has 32 GiB of "
            + "memory; Microsoft recommends 128. Use r6i.4xlarge or larger where people depend on it."),
        Finding.Warning("edge.instanceType", "edge.instanceType is m6i.2xlarge, which has 32 GiB of memory; "
            + "Microsoft recommends 64. Use r6i.2xlarge or larger where people depend on it."));

    [Test]
    public void Memory_that_exchange_cannot_run_in_is_an_error() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { InstanceType = "t3.medium" }),
        Finding.Error("mailbox.instanceType", "mailbox.instanceType is t3.medium, which has 4 GiB of memory; "
            + "Exchange does not run in less than 8. Use r6i.4xlarge or larger."));

    [TestCase("m6i.8xlarge")]
    [TestCase("z1d.large")]
    public void Enough_or_unknown_memory_is_fine(string type) =>
        AssertSays(Plans.WithMailbox(mailbox => mailbox with { InstanceType = type }));
}
