using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>Backups, updates and alarms, in sentences.</summary>
internal static class OperationsWords
{
    public static IEnumerable<string> Of(DeploymentPlan plan)
    {
        yield return Backups(plan.Backup);
        yield return plan.Patching.Windows.Count == 0
            ? "Updates are not installed by themselves (patching.enabled is false)."
            : $"Updates {plan.Patching.ApproveAfterDays} days after their release, at "
                + $"{plan.Patching.Schedule} ({plan.Patching.TimeZone}), one server after another:";
        foreach (var window in plan.Patching.Windows)
        {
            yield return $"  {Day(window)}: {string.Join(", then ", window.Tasks.Select(Servers))}";
        }

        var emails = plan.Settings.Monitoring.AlarmEmails;
        yield return emails.Count == 0
            ? "Alarms go to nobody: monitoring.alarmEmails is empty."
            : $"Alarms go to {string.Join(", ", emails)}.";
    }

    private static string Backups(BackupPlan backup) => backup.Servers.Count == 0
        ? "Nothing is backed up (backup.enabled is false)."
        : $"Backups of {string.Join(", ", backup.Servers.Select(server => server.Name))} at "
            + $"{Schedules(backup)}, kept for {backup.RetentionDays} days"
            + (backup.IsLocked ? ", locked against deletion" : "")
            + (backup.CopyRegion is { } region ? $", copied to {region}" : "") + ".";

    private static string Schedules(BackupPlan backup) =>
        string.Join(" and ", backup.Zones.Select(backup.ScheduleOf).Distinct());

    private static string Day(PatchWindow window) => window.OffsetDays switch
    {
        0 => $"on that day {window.Name}",
        1 => $"a day later {window.Name}",
        var days => $"{days} days later {window.Name}",
    };

    private static string Servers(PatchTask task) => task.Hosts.Count == 0
        ? "the gateways"
        : string.Join(" and ", task.Hosts.Select(host => host.Name));
}
