using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class VolumeOptionsCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new VolumeOptionsCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones,
        WithDatabaseVolume(new() { Type = VolumeType.Io2, Iops = 5000 }),
        WithDatabaseVolume(new() { Type = VolumeType.Gp3, Iops = 5000, ThroughputMiBps = 250 }),
        WithDatabaseVolume(new() { Type = VolumeType.St1 }),
    ];

    [Test]
    public void Io2_without_iops_is_an_error() => AssertSays(
        WithDatabaseVolume(new() { Type = VolumeType.Io2 }),
        Finding.Error("mailbox.databaseVolume.iops", "mailbox.databaseVolume.iops is not set and "
            + "mailbox.databaseVolume.type is io2, which has no default. Set mailbox.databaseVolume.iops, or "
            + "use gp3."));

    [Test]
    public void St1_with_iops_is_an_error() => AssertSays(
        Plans.WithMailbox(mailbox =>
            mailbox with { LogVolume = new() { Type = VolumeType.St1, Iops = 3000 } }),
        Finding.Error("mailbox.logVolume.iops", "mailbox.logVolume.iops is 3000 and mailbox.logVolume.type "
            + "is st1, which has none to provision. Remove mailbox.logVolume.iops, or use gp3 or io2."));

    [TestCase(VolumeType.Io2, "io2", 5000)]
    [TestCase(VolumeType.St1, "st1", null)]
    public void Throughput_of_another_type_than_gp3_is_an_error(VolumeType type, string word, int? iops) =>
        AssertSays(
        WithDatabaseVolume(new() { Type = type, Iops = iops, ThroughputMiBps = 250 }),
        Finding.Error("mailbox.databaseVolume.throughputMiBps", "mailbox.databaseVolume.throughputMiBps is "
            + $"250 and mailbox.databaseVolume.type is {word}, which has none to provision. Remove "
            + "mailbox.databaseVolume.throughputMiBps, or use gp3."));

    private static DeploymentPlan WithDatabaseVolume(VolumeSettings volume) =>
        Plans.WithMailbox(mailbox => mailbox with { DatabaseVolume = volume });
}
