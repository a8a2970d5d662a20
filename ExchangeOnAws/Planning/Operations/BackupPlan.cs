using System.Globalization;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>Which servers AWS Backup keeps, when, and for how long.</summary>
public sealed record BackupPlan
{
    /// <summary>The servers, with all their volumes; none when backups are switched off.</summary>
    public required IReadOnlyList<HostPlan> Servers { get; init; }

    /// <summary>An AWS cron expression in UTC: when the first zone's backups start.</summary>
    public required string Schedule { get; init; }

    /// <summary>The zones in their order.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    // Exchange lets one copy of a database be backed up at a time.
    private const int HoursBetweenZones = 2;

    /// <summary>
    /// When a zone's backups start: some hours after the zone's before it, where the hour is a number.
    /// </summary>
    public string ScheduleOf(string zone)
    {
        var fields = Schedule.Split(' ');
        var later = Zones.Index().FirstOrDefault(each => each.Item == zone).Index * HoursBetweenZones;
        if (fields.Length < 2 || !int.TryParse(fields[1], CultureInfo.InvariantCulture, out var hour))
        {
            return Schedule;
        }

        fields[1] = ((hour + later) % 24).ToString(CultureInfo.InvariantCulture);
        return string.Join(' ', fields);
    }

    public required int RetentionDays { get; init; }

    /// <summary>Nobody deletes a backup before its retention ends.</summary>
    public required bool IsLocked { get; init; }

    /// <summary>The region that gets a copy of every backup; null for none.</summary>
    public required string? CopyRegion { get; init; }

    // A gateway is made anew by its group, and the witness holds nothing that Exchange does not make again.
    internal static BackupPlan From(
        StackSettings settings, NetworkPlan network, IEnumerable<HostPlan> hosts) => new()
        {
            Servers = settings.Backup.Enabled
            ? [.. hosts.Where(host =>
                host.Role is HostRole.DomainController or HostRole.Mailbox or HostRole.Edge)]
            : [],
            Schedule = settings.Backup.Schedule,
            Zones = [.. network.Zones.Select(zone => zone.Name)],
            RetentionDays = settings.Backup.RetentionDays,
            IsLocked = settings.Backup.VaultLock,
            CopyRegion = settings.Backup.CopyRegion,
        };
}
