using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ExchangeOnAws.Planning;

/// <summary>What the CloudWatch agent of a kind of server collects, as the agent's own JSON.</summary>
/// <remarks>
/// CloudWatch user guide, "Manually create or edit the CloudWatch agent configuration file" (2026). Metrics
/// are kept by instance, the worst of its drives or databases: that is what alarms ask.
/// </remarks>
internal static class AgentConfiguration
{
    /// <summary>Free space of a drive in percent.</summary>
    public const string DiskFree = "DiskFreePercent";

    /// <summary>Messages that wait for delivery.</summary>
    public const string QueueLength = "QueueLength";

    /// <summary>Transaction logs that a database copy has not got yet.</summary>
    public const string CopyQueueLength = "CopyQueueLength";

    private const int IntervalSeconds = 60;

    /// <summary>The configuration of a role.</summary>
    /// <param name="role">Any but the gateway, whose servers come and go.</param>
    /// <param name="metricNamespace">The CloudWatch namespace.</param>
    /// <param name="logGroup">The log group.</param>
    public static string Of(HostRole role, string metricNamespace, string logGroup) => new JsonObject
    {
        ["metrics"] = new JsonObject
        {
            ["namespace"] = metricNamespace,
            ["append_dimensions"] = new JsonObject { ["InstanceId"] = "${aws:InstanceId}" },
            ["aggregation_dimensions"] = new JsonArray(new JsonArray("InstanceId")),
            ["metrics_collected"] = Counters(role),
        },
        ["logs"] = new JsonObject
        {
            ["logs_collected"] = new JsonObject
            {
                ["windows_events"] = new JsonObject
                {
                    ["collect_list"] =
                        new JsonArray([.. EventLogs(role).Select(log => Events(log, logGroup))]),
                },
                ["files"] = new JsonObject
                {
                    ["collect_list"] = new JsonArray([.. Files(role).Select(file => File(file, logGroup))]),
                },
            },
        },
    }.ToJsonString();

    /// <summary>Eight digits that change with what is collected.</summary>
    public static string Version(HostRole role) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(Of(role, "", ""))))[..8];

    private static JsonObject Counters(HostRole role)
    {
        var counters = new JsonObject
        {
            ["LogicalDisk"] = Counter("% Free Space", DiskFree, "Percent", Drives(role)),
            ["Memory"] = Counter("% Committed Bytes In Use", "MemoryUsedPercent", "Percent", []),
            ["Processor"] = Counter("% Processor Time", "ProcessorPercent", "Percent", ["_Total"]),
        };
        if (role is HostRole.Mailbox or HostRole.Edge)
        {
            counters["MSExchangeTransport Queues"] = Counter(
                "Aggregate Delivery Queue Length (All Queues)", QueueLength, "Count", ["_total"]);
        }

        if (role == HostRole.Mailbox)
        {
            counters["MSExchange Replication"] = Counter("CopyQueueLength", CopyQueueLength, "Count", ["*"]);
        }

        return counters;
    }

    // Not all of them: partitions without a letter are full by nature.
    private static string[] Drives(HostRole role) => role switch
    {
        HostRole.Mailbox => ["C:", $"{MailboxPaths.DatabaseDrive}:", $"{MailboxPaths.LogDrive}:"],
        HostRole.DomainController => ["C:", "D:"],
        _ => ["C:"],
    };

    private static JsonObject Counter(string counter, string name, string unit, string[] instances)
    {
        var collected = new JsonObject
        {
            ["measurement"] = new JsonArray(new JsonObject
            {
                ["name"] = counter,
                ["rename"] = name,
                ["unit"] = unit,
            }),
            ["metrics_collection_interval"] = IntervalSeconds,
        };
        if (instances.Length > 0)
        {
            collected["resources"] = new JsonArray([.. instances.Select(instance => (JsonNode)instance)]);
        }

        return collected;
    }

    private static string[] EventLogs(HostRole role) => role switch
    {
        HostRole.DomainController => ["System", "Application", "Directory Service", "DNS Server"],
        HostRole.Mailbox =>
        [
            "System", "Application", "MSExchange Management",
            "Microsoft-Exchange-HighAvailability/Operational",
            "Microsoft-Windows-FailoverClustering/Operational",
        ],
        _ => ["System", "Application"],
    };

    private static JsonObject Events(string log, string logGroup) => new()
    {
        ["event_name"] = log,
        ["event_levels"] = new JsonArray("WARNING", "ERROR", "CRITICAL"),
        ["event_format"] = "text",
        ["log_group_name"] = logGroup,
        ["log_stream_name"] = $"{{instance_id}}/{log.Replace('/', '-')}",
    };

    private static (string Path, string Name)[] Files(HostRole role) =>
        role is HostRole.Mailbox or HostRole.Edge
            ? [Steps, (@"C:\ExchangeSetupLogs\ExchangeSetup.log", "exchange-setup")]
            : [Steps];

    private static (string Path, string Name) Steps => (@"C:\ProgramData\ExchangeOnAws\Logs\*.log", "steps");

    private static JsonObject File((string Path, string Name) file, string logGroup) => new()
    {
        ["file_path"] = file.Path,
        ["log_group_name"] = logGroup,
        ["log_stream_name"] = $"{{instance_id}}/{file.Name}",
        ["encoding"] = "utf-8",

        // Otherwise only the file that was written last is followed.
        ["publish_multi_logs"] = true,
    };
}
