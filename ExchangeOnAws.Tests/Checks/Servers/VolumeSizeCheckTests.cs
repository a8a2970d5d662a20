using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class VolumeSizeCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new VolumeSizeCheck();

    [Test]
    public void Volumes_that_fill_up_in_days_are_a_warning() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with
        {
            DatabaseVolume = new() { SizeGiB = 19 },
            LogVolume = new() { SizeGiB = 8 },
        }),
        Finding.Warning("mailbox.databaseVolume.sizeGiB", "mailbox.databaseVolume.sizeGiB is 19 for 4 "
            + "database copies on a member, less than 5 GiB for each; mail stops when a volume is full. Use "
            + "20 or more."),
        Finding.Warning("mailbox.logVolume.sizeGiB", "mailbox.logVolume.sizeGiB is 8 for 4 database copies "
            + "on a member, less than 5 GiB for each; mail stops when a volume is full. Use 20 or more."));

    [Test]
    public void Five_gib_for_each_copy_are_fine() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with
        {
            DatabaseVolume = new() { SizeGiB = 20 },
            LogVolume = new() { SizeGiB = 20 },
        }));
}
