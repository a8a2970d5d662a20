using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Checks;

/// <summary>Logs are kept for a number of days that CloudWatch Logs knows.</summary>
internal sealed class LogRetentionCheck : ICheck
{
    // Amazon CloudWatch Logs API reference, PutRetentionPolicy (2026).
    private static readonly int[] s_days =
    [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
        3653,
    ];

    public IReadOnlyList<string> Subjects { get; } =
        ["network.flowLogRetentionDays", "monitoring.logRetentionDays"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        // 0 turns flow logs off.
        if (plan.Network.FlowLogRetentionDays is not 0 and var days && !s_days.Contains(days))
        {
            yield return Unknown("network.flowLogRetentionDays", days);
        }

        if (!s_days.Contains(plan.Settings.Monitoring.LogRetentionDays))
        {
            yield return Unknown("monitoring.logRetentionDays", plan.Settings.Monitoring.LogRetentionDays);
        }
    }

    private static Finding Unknown(string key, int days)
    {
        var nearest = s_days.OrderBy(known => Math.Abs(known - days)).ThenBy(known => known).Take(2).Order();
        return Finding.Error(key, $"{key} is {days}, which is not one of the numbers of days CloudWatch Logs "
            + $"knows. Use {string.Join(" or ", nearest)}.");
    }
}
