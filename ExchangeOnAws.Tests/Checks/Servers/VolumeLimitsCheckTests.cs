using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class VolumeLimitsCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new VolumeLimitsCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones,
        WithDatabaseVolume(new() { SizeGiB = 65536, Iops = 80000, ThroughputMiBps = 2000 }),
        WithDatabaseVolume(new() { SizeGiB = 8, Iops = 4000 }),
        WithDatabaseVolume(new() { ThroughputMiBps = 750 }),
        WithDatabaseVolume(new() { Type = VolumeType.Io2, SizeGiB = 256, Iops = 256000 }),
        WithDatabaseVolume(new() { Type = VolumeType.St1, SizeGiB = 125 }),
    ];

    [TestCase(124)]
    [TestCase(16385)]
    public void Size_outside_the_types_range_is_an_error(int size) => AssertSays(
        WithDatabaseVolume(new() { Type = VolumeType.St1, SizeGiB = size }),
        Finding.Error("mailbox.databaseVolume.sizeGiB", $"mailbox.databaseVolume.sizeGiB is {size}; AWS "
            + "allows 125 to 16384 for st1. Use a size in that range, or another "
            + "mailbox.databaseVolume.type."));

    [TestCase(VolumeType.Gp3, "gp3", 500, 2999, "3000 to 80000")]
    [TestCase(VolumeType.Gp3, "gp3", 500, 80001, "3000 to 80000")]
    [TestCase(VolumeType.Gp3, "gp3", 8, 4001, "3000 to 4000")]
    [TestCase(VolumeType.Io2, "io2", 8, 8001, "100 to 8000")]
    [TestCase(VolumeType.Io2, "io2", 500, 256001, "100 to 256000")]
    public void Iops_outside_the_types_range_are_an_error(
        VolumeType type, string word, int size, int iops, string range) =>
        AssertSays(
            WithDatabaseVolume(new() { Type = type, SizeGiB = size, Iops = iops }),
            Finding.Error("mailbox.databaseVolume.iops", $"mailbox.databaseVolume.iops is {iops}; AWS allows "
                + $"{range} for {word} of {size} GiB. Use a number in that range, or a larger "
                + "mailbox.databaseVolume.sizeGiB."));

    [Test]
    public void Throughput_beyond_the_iops_is_an_error() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { LogVolume = new() { ThroughputMiBps = 1000 } }),
        Finding.Error("mailbox.logVolume.throughputMiBps", "mailbox.logVolume.throughputMiBps is 1000; AWS "
            + "allows 750 for gp3 with 3000 IOPS. Use 750 or less, or set mailbox.logVolume.iops to 4000."));

    private static DeploymentPlan WithDatabaseVolume(VolumeSettings volume) =>
        Plans.WithMailbox(mailbox => mailbox with { DatabaseVolume = volume });
}
