using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class BackupScheduleCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new BackupScheduleCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones, Plans.ThreeZones, On("cron(0 23 ? * SUN *)"), On("cron(0 1 1 * ? *)"),
        Plans.With(settings => settings with
        {
            Backup = new() { Enabled = false, Schedule = "cron(0 8,20 * * ? *)" },
        }),
    ];

    [TestCase("cron(0 23 1 * ? *)")]
    [TestCase("cron(0 23 ? * SUN#1 *)")]
    [TestCase("cron(0 23 ? 6 SUN *)")]
    [TestCase("cron(0 8,20 * * ? *)")]
    [TestCase("cron(0 */6 * * ? *)")]
    public void Zones_without_a_time_of_their_own_are_an_error(string schedule) => AssertSays(
        On(schedule),
        Finding.Error("backup.schedule", $"backup.schedule {schedule} has no time 2 hours later for "
            + "eu-west-1b, and Exchange lets one copy of a database be backed up at a time. Use one number "
            + "for the hour, "
            + "and one before midnight for all zones unless the schedule is for every day or for days of the "
            + "week."));

    private static DeploymentPlan On(string schedule) =>
        Plans.With(settings => settings with { Backup = new() { Schedule = schedule } });
}
