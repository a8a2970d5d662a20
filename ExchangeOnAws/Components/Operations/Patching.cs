using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;
using Pulumi;
using Ssm = Pulumi.Aws.Ssm;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="Patching"/> needs.</summary>
public sealed class PatchingArgs : ResourceArgs
{
    public required PatchingPlan Plan { get; init; }

    /// <summary>Instance ids by host name.</summary>
    public required IReadOnlyDictionary<string, Output<string>> InstanceIds { get; init; }

    /// <summary>The gateways' Auto Scaling group; null where there is no gateway.</summary>
    public required Input<string>? GatewayGroup { get; init; }

    /// <summary>The document that takes a server out of service, or refuses to.</summary>
    public required Input<string> EnterMaintenance { get; init; }

    /// <summary>The document that brings it back.</summary>
    public required Input<string> ExitMaintenance { get; init; }

    public required Input<string> LogBucket { get; init; }

    /// <summary>The end of the steps, whose restarts no window must meet.</summary>
    public required Resource Ready { get; init; }

    /// <summary>What makes names unique in the account.</summary>
    public required Output<string> Suffix { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>
/// Windows and Exchange updates in maintenance windows: one server after another, out of service before and
/// back afterwards. A server that does not come back keeps the next members from leaving service.
/// </summary>
public sealed class Patching : ComponentResource
{
    private const string Document = "AWS-RunPatchBaselineWithHooks";

    // No new server in the last hours of a window: one takes that long.
    private const int CutoffHours = 2;

    public Patching(string name, PatchingArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:Patching", name, args, options)
    {
        var baseline = CreateBaseline(name, args);
        _ = new Ssm.PatchGroup($"{name}-group", new Ssm.PatchGroupArgs
        {
            BaselineId = baseline.Id,
            PatchGroupName = args.Tags.NameOf(AwsNames.PatchGroup, args.Suffix),
        }, new CustomResourceOptions { Parent = this });
        foreach (var window in args.Plan.Windows)
        {
            CreateWindow(name, args, window);
        }

        RegisterOutputs();
    }

    // Cumulative updates of Exchange are neither security nor critical updates, and are not installed by
    // themselves.
    private Ssm.PatchBaseline CreateBaseline(string name, PatchingArgs args) =>
        new($"{name}-baseline", new Ssm.PatchBaselineArgs
        {
            Name = args.Tags.NameOf(AwsNames.PatchBaseline, args.Suffix),
            Description = "Windows, and security updates of Exchange",
            OperatingSystem = "WINDOWS",
            ApprovalRules =
            {
                Rule(args, "OS", ("PRODUCT", "*"),
                    ["CriticalUpdates", "SecurityUpdates", "UpdateRollups", "Updates"]),
                Rule(args, "APPLICATION", ("PRODUCT", "*"), ["CriticalUpdates", "SecurityUpdates"]),
            },
            Tags = args.Tags.Named("patches"),
        }, new CustomResourceOptions { Parent = this });

    private static Ssm.Inputs.PatchBaselineApprovalRuleArgs Rule(
        PatchingArgs args, string patchSet, (string Key, string Value) product, string[] classifications) =>
        new()
        {
            ApproveAfterDays = args.Plan.ApproveAfterDays,
            PatchFilters =
            {
                Filter("PATCH_SET", patchSet), Filter(product.Key, product.Value),
                Filter("CLASSIFICATION", classifications),
            },
        };

    private static Ssm.Inputs.PatchBaselineApprovalRulePatchFilterArgs Filter(
        string key, params string[] values) => new() { Key = key, Values = values };

    private void CreateWindow(string name, PatchingArgs args, PatchWindow plan)
    {
        var window = new Ssm.MaintenanceWindow($"{name}-{plan.Name}", new Ssm.MaintenanceWindowArgs
        {
            Name = args.Tags.NameOf(AwsNames.MaintenanceWindow, args.Suffix, $"-{plan.Name}"),
            Description = $"Updates of {plan.Name}, one server after another",
            Schedule = args.Plan.Schedule,
            ScheduleTimezone = args.Plan.TimeZone,
            ScheduleOffset = plan.OffsetDays == 0 ? (Input<int>?)null : plan.OffsetDays,
            Duration = PatchingPlan.WindowHours,
            Cutoff = CutoffHours,
            Tags = args.Tags.Named($"patches-{plan.Name}"),
        }, new CustomResourceOptions { Parent = this });
        foreach (var (index, server) in plan.Tasks.SelectMany(Servers).Index())
        {
            CreateTask($"{name}-{server.Word}", args, window, server, priority: index + 1);
        }
    }

    // A task for each server, one after another by its priority: one that is added changes none.
    private static IEnumerable<PatchedServer> Servers(PatchTask task) => task.Role == HostRole.Gateway
        ? [new PatchedServer("gateway", null)]
        : task.Hosts.Select(host => new PatchedServer(host.Name.ToLowerInvariant(), host));

    private void CreateTask(
        string name, PatchingArgs args, Ssm.MaintenanceWindow window, PatchedServer server, int priority)
    {
        var target = new Ssm.MaintenanceWindowTarget($"{name}-target", new Ssm.MaintenanceWindowTargetArgs
        {
            WindowId = window.Id,
            ResourceType = "INSTANCE",
            Targets = { TargetOf(args, server) },
        }, new CustomResourceOptions { Parent = this });
        _ = new Ssm.MaintenanceWindowTask(name, new Ssm.MaintenanceWindowTaskArgs
        {
            WindowId = window.Id,
            TaskType = "RUN_COMMAND",
            TaskArn = Document,
            Priority = priority,

            // Of the gateways too one at a time, and none after one that failed.
            MaxConcurrency = "1",
            MaxErrors = "0",
            CutoffBehavior = "CONTINUE_TASK",
            Targets =
            {
                new Ssm.Inputs.MaintenanceWindowTaskTargetArgs
                {
                    Key = "WindowTargetIds",
                    Values = target.Id,
                },
            },
            TaskInvocationParameters = new Ssm.Inputs.MaintenanceWindowTaskTaskInvocationParametersArgs
            {
                RunCommandParameters = Command(args, server.Word),
            },
        }, new CustomResourceOptions { Parent = this, DependsOn = { args.Ready } });
    }

    private static Ssm.Inputs.MaintenanceWindowTargetTargetArgs TargetOf(
        PatchingArgs args, PatchedServer server) => server.Host is { } host
            ? new() { Key = "InstanceIds", Values = args.InstanceIds[host.Name] }
            : new() { Key = "tag:aws:autoscaling:groupName", Values = args.GatewayGroup! };

    private static Ssm.Inputs.MaintenanceWindowTaskTaskInvocationParametersRunCommandParametersArgs Command(
        PatchingArgs args, string word) => new()
        {
            Comment = $"Updates of {word}",
            OutputS3Bucket = args.LogBucket,
            OutputS3KeyPrefix = $"{Storage.LogPrefix}/patching",
            Parameters =
            {
                Parameter("Operation", "Install"),
                Parameter("RebootOption", "RebootIfNeeded"),
                Parameter("PreInstallHookDocName", args.EnterMaintenance),
                Parameter("OnExitHookDocName", args.ExitMaintenance),
            },
        };

    private static Ssm.Inputs.MaintenanceWindowTaskTaskInvocationParametersRunCommandParametersParameterArgs
        Parameter(string name, Input<string> value) => new() { Name = name, Values = value };

    // No host: every server of the gateways' group.
    private sealed record PatchedServer(string Word, HostPlan? Host);
}
