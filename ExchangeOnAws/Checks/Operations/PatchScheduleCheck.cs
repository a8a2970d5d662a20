using System.Text.RegularExpressions;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>The maintenance windows of two zones never open on one day.</summary>
internal sealed partial class PatchScheduleCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } = ["patching.schedule", "patching.enabled"];

    // Windows of other zones open whole days later, so a day must not come again within the week.
    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (plan.Settings.Patching.Enabled && !OneDayAWeek().IsMatch(plan.Patching.Schedule))
        {
            yield return Finding.Error(
                "patching.schedule",
                $"patching.schedule is {plan.Patching.Schedule}; "
                + "other zones follow on later days, so one that comes more than once a week takes zones "
                + "down together. Name one weekday, for example cron(0 2 ? * SUN *) or "
                + "cron(0 2 ? * SUN#2 *).");
        }
    }

    [GeneratedRegex(@"^cron\(\S+ \S+ \? \S+ ([A-Z]{3}|[1-7])(#[1-5]|L)? \S+\)$", RegexOptions.IgnoreCase)]
    private static partial Regex OneDayAWeek();
}
