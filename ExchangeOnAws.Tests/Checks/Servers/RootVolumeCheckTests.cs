using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class RootVolumeCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new RootVolumeCheck();

    [Test]
    public void Page_file_that_does_not_fit_is_an_error() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { InstanceType = "r6i.16xlarge", RootVolumeGiB = 197 }),
        Finding.Error("mailbox.rootVolumeGiB", "mailbox.rootVolumeGiB is 197; Windows, Exchange and its "
            + "media take 70 GiB and the page file of r6i.16xlarge takes 128. Use 198 or more."));

    [TestCase("r6i.16xlarge", 198)]
    [TestCase("z1d.large", 100)]
    public void Room_for_all_or_unknown_memory_is_fine(string type, int size) => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { InstanceType = type, RootVolumeGiB = size }));
}
