using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>Which servers AWS Backup keeps, when, and for how long.</summary>
public sealed record BackupPlan
{
    /// <summary>The servers, with all their volumes; none when backups are switched off.</summary>
    public required IReadOnlyList<HostPlan> Servers { get; init; }

    /// <summary>An AWS cron expression in UTC.</summary>
    public required string Schedule { get; init; }

    public required int RetentionDays { get; init; }

    /// <summary>Nobody deletes a backup before its retention ends.</summary>
    public required bool IsLocked { get; init; }

    /// <summary>The region that gets a copy of every backup; null for none.</summary>
    public required string? CopyRegion { get; init; }

    // A gateway is made anew by its group, and the witness holds nothing that Exchange does not make again.
    internal static BackupPlan From(StackSettings settings, IEnumerable<HostPlan> hosts) => new()
    {
        Servers = settings.Backup.Enabled
            ? [.. hosts.Where(host =>
                host.Role is HostRole.DomainController or HostRole.Mailbox or HostRole.Edge)]
            : [],
        Schedule = settings.Backup.Schedule,
        RetentionDays = settings.Backup.RetentionDays,
        IsLocked = settings.Backup.VaultLock,
        CopyRegion = settings.Backup.CopyRegion,
    };
}
