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
    public const int HoursBetweenZones = 2;

    /// <summary>When a zone's backups start: some hours after the zone's before it.</summary>
    public string ScheduleOf(string zone) =>
        BackupSchedule.Later(Schedule, HoursAfterFirst(zone)) ?? Schedule;

    /// <summary>
    /// The zones whose backups would start on a day that the expression cannot say; those of the first zone's
    /// own time, where no later time can be said.
    /// </summary>
    public IEnumerable<string> ZonesWithoutSchedule => Zones
        .Where(zone => Servers.Any(server => server.Zone == zone))
        .Where(zone => BackupSchedule.Later(Schedule, HoursAfterFirst(zone)) is null);

    private int HoursAfterFirst(string zone) =>
        Math.Max(0, Zones.Index().FirstOrDefault(each => each.Item == zone).Index) * HoursBetweenZones;

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
