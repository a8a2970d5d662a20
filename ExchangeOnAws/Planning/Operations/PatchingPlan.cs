using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>Servers of one kind that are updated one after another.</summary>
/// <param name="Role">Their kind.</param>
/// <param name="Hosts">The servers; none for RD Gateway, whose servers its group knows.</param>
public sealed record PatchTask(HostRole Role, IReadOnlyList<HostPlan> Hosts);

/// <summary>A maintenance window: tasks one after another, each over its servers one by one.</summary>
/// <param name="Name">What it is for, for example eu-west-1a or witness.</param>
/// <param name="OffsetDays">Days after patching.schedule, 0 to 6.</param>
/// <param name="Tasks">In their order.</param>
public sealed record PatchWindow(string Name, int OffsetDays, IReadOnlyList<PatchTask> Tasks);

/// <summary>
/// When which server is updated: a day per zone and a last one for the witness, so that no two zones, no two
/// domain controllers and no member with the witness are ever down together.
/// </summary>
public sealed record PatchingPlan
{
    /// <summary>In the order of their days; none when patching is switched off.</summary>
    public required IReadOnlyList<PatchWindow> Windows { get; init; }

    /// <summary>An AWS cron expression.</summary>
    public required string Schedule { get; init; }

    public required string TimeZone { get; init; }

    public required int ApproveAfterDays { get; init; }

    /// <summary>
    /// How long a window is open: enough for a zone of eight members, so that a server added later changes
    /// none.
    /// </summary>
    public const int WindowHours = 20;

    /// <summary>The tag by which Patch Manager finds a server's baseline.</summary>
    public const string GroupTag = "PatchGroup";

    internal static PatchingPlan From(
        PatchingSettings settings, NetworkPlan network, IReadOnlyList<HostPlan> hosts) => new()
        {
            Windows = settings.Enabled ? [.. Plan(network, hosts)] : [],
            Schedule = settings.Schedule,
            TimeZone = settings.TimeZone,
            ApproveAfterDays = settings.ApproveAfterDays,
        };

    private static IEnumerable<PatchWindow> Plan(NetworkPlan network, IReadOnlyList<HostPlan> hosts)
    {
        foreach (var (day, zone) in network.Zones.Index())
        {
            // The gateways' group spans the zones; they are updated on the first day.
            HostRole[] roles = day == 0 && hosts.Any(host => host.Role == HostRole.Gateway)
                ? [HostRole.Gateway, HostRole.DomainController, HostRole.Edge, HostRole.Mailbox]
                : [HostRole.DomainController, HostRole.Edge, HostRole.Mailbox];
            PatchTask[] tasks =
            [
                .. roles.Select(role => new PatchTask(role, role == HostRole.Gateway
                        ? []
                        : [.. hosts.Where(host => host.Role == role && host.Zone == zone.Name)]))
                    .Where(task => task.Role == HostRole.Gateway || task.Hosts.Count > 0),
            ];
            if (tasks.Length > 0)
            {
                yield return new PatchWindow(zone.Name, day, tasks);
            }
        }

        if (hosts.FirstOrDefault(host => host.Role == HostRole.Witness) is { } witness)
        {
            yield return new PatchWindow(
                "witness", network.Zones.Count, [new PatchTask(HostRole.Witness, [witness])]);
        }
    }
}
