using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class PatchScheduleCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new PatchScheduleCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones, On("cron(30 1 ? * TUE#2 *)"), On("cron(0 2 ? * 7L *)"),
        Plans.With(settings => settings with
        {
            Patching = new() { Enabled = false, Schedule = "cron(0 3 * * ? *)" },
        }),
    ];

    [TestCase("cron(0 3 * * ? *)")]
    [TestCase("cron(0 3 ? * SAT,SUN *)")]
    [TestCase("cron(0 3 ? * MON-FRI *)")]
    public void Schedule_that_comes_again_within_the_week_is_refused(string schedule) => AssertSays(
        On(schedule),
        Finding.Error("patching.schedule", $"patching.schedule is {schedule}; other zones follow on later "
            + "days, so one that comes more than once a week takes zones down together. Name one weekday, "
            + "for example cron(0 2 ? * SUN *) or cron(0 2 ? * SUN#2 *)."));

    private static DeploymentPlan On(string schedule) =>
        Plans.With(settings => settings with { Patching = new() { Schedule = schedule } });
}
