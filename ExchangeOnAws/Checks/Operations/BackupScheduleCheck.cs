using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>
/// The copies of one database, which are in different zones, are backed up at different times.
/// </summary>
internal sealed class BackupScheduleCheck : ICheck
{
    private const string Key = "backup.schedule";

    public IReadOnlyList<string> Subjects { get; } = [Key, "network.zones"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        string[] zones = [.. plan.Backup.ZonesWithoutSchedule];
        if (zones.Length > 0)
        {
            yield return Finding.Error(Key, $"{Key} {plan.Backup.Schedule} has no time "
                + $"{BackupPlan.HoursBetweenZones} hours later for {string.Join(" and ", zones)}, and "
                + "Exchange lets one copy of a database be backed up at a time. Use one number for the "
                + "hour, and one "
                + "before midnight for all zones unless the schedule is for every day or for days of the "
                + "week.");
        }
    }
}
