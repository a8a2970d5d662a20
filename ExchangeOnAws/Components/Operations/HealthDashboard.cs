using System.Text.Json.Nodes;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;
using Pulumi;
using CloudWatch = Pulumi.Aws.CloudWatch;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="HealthDashboard"/> needs.</summary>
public sealed class HealthDashboardArgs : ResourceArgs
{
    public required string Region { get; init; }

    /// <summary>The servers that have a fixed name.</summary>
    public required IReadOnlyList<HostPlan> Hosts { get; init; }

    /// <summary>Instance ids by host name.</summary>
    public required IReadOnlyDictionary<string, Output<string>> InstanceIds { get; init; }

    /// <summary>What makes names unique in the account.</summary>
    public required Output<string> Suffix { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>The deployment at a glance: processors, memory, drives, queues, copies, by server.</summary>
public sealed class HealthDashboard : ComponentResource
{
    private const int Width = 12;
    private const int Height = 6;

    private static readonly (string Title, string Metric, HostRole[] Roles)[] s_charts =
    [
        ("Free space of the fullest drive, %", AgentConfiguration.DiskFree, []),
        ("Processor, %", "ProcessorPercent", []),
        ("Memory in use, %", "MemoryUsedPercent", []),
        ("Messages waiting", AgentConfiguration.QueueLength, [HostRole.Mailbox, HostRole.Edge]),
        ("Logs that a copy lacks", AgentConfiguration.CopyQueueLength, [HostRole.Mailbox]),
    ];

    public HealthDashboard(
        string name, HealthDashboardArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:HealthDashboard", name, args, options)
    {
        _ = new CloudWatch.Dashboard($"{name}-dashboard", new CloudWatch.DashboardArgs
        {
            DashboardName = args.Tags.NameOf(AwsNames.Dashboard, args.Suffix),
            DashboardBody = Output
                .All(args.Hosts.Select(host => args.InstanceIds[host.Name]))
                .Apply(ids => Body(args, ids)),
        }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }

    private static string Body(HealthDashboardArgs args, IReadOnlyList<string> ids) => new JsonObject
    {
        ["widgets"] = new JsonArray([.. s_charts.Select((chart, index) => Widget(args, ids, chart, index))]),
    }.ToJsonString();

    private static JsonObject Widget(
        HealthDashboardArgs args, IReadOnlyList<string> ids,
        (string Title, string Metric, HostRole[] Roles) chart, int index) => new()
        {
            ["type"] = "metric",
            ["x"] = index % 2 * Width,
            ["y"] = index / 2 * Height,
            ["width"] = Width,
            ["height"] = Height,
            ["properties"] = new JsonObject
            {
                ["title"] = chart.Title,
                ["region"] = args.Region,
                ["stat"] = chart.Metric == AgentConfiguration.DiskFree ? "Minimum" : "Maximum",
                ["period"] = 300,
                ["metrics"] = new JsonArray(
                [
                    .. args.Hosts.Zip(ids)
                        .Where(pair => chart.Roles.Length == 0 || chart.Roles.Contains(pair.First.Role))
                        .Select(pair => new JsonArray(
                            Monitored.MetricNamespace, chart.Metric, "InstanceId", pair.Second,
                            new JsonObject { ["label"] = pair.First.Name })),
                ]),
            },
        };
}
