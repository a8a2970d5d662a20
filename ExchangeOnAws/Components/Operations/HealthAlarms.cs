using ExchangeOnAws.Planning;
using Pulumi;
using CloudWatch = Pulumi.Aws.CloudWatch;

namespace ExchangeOnAws.Components;

/// <summary>A target group by the names that CloudWatch has for it.</summary>
/// <param name="Name">What is behind it, in words.</param>
/// <param name="Namespace">AWS/NetworkELB or AWS/ApplicationELB.</param>
/// <param name="LoadBalancer">The load balancer's ARN suffix.</param>
/// <param name="TargetGroup">The target group's ARN suffix.</param>
public sealed record BalancedTargets(
    string Name, string Namespace, Output<string> LoadBalancer, Output<string> TargetGroup);

/// <summary>What <see cref="HealthAlarms"/> needs.</summary>
public sealed class HealthAlarmsArgs : ResourceArgs
{
    /// <summary>What tells this deployment's metrics from those of every other.</summary>
    public required Input<string> MetricStack { get; init; }

    /// <summary>The servers that have a fixed name.</summary>
    public required IReadOnlyList<HostPlan> Hosts { get; init; }

    /// <summary>Instance ids by host name.</summary>
    public required IReadOnlyDictionary<string, Output<string>> InstanceIds { get; init; }

    public required IReadOnlyList<BalancedTargets> Targets { get; init; }

    /// <summary>What publishes: before it, a metric that is missing is no reason for an alarm.</summary>
    public required IReadOnlyList<Resource> Publishers { get; init; }

    /// <summary>Where alarms go.</summary>
    public required Input<string> TopicArn { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>
/// Alarms about servers, their drives, mail queues, database copies and load balancer targets. Each says what
/// to look at.
/// </summary>
public sealed class HealthAlarms : ComponentResource
{
    // Microsoft, "Understanding back pressure" (2021): transport takes less mail from about that free space.
    private const int LeastFreePercent = 12;

    // The same for queues that grow: a working organisation delivers within seconds.
    private const int LongQueue = 500;

    private const int LongCopyQueue = 100;

    private readonly HealthAlarmsArgs _args;
    private readonly string _name;

    public HealthAlarms(string name, HealthAlarmsArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:HealthAlarms", name, args, options)
    {
        (_args, _name) = (args, name);
        foreach (var host in args.Hosts)
        {
            Watch(host);
        }

        foreach (var targets in args.Targets)
        {
            Watch(targets);
        }

        RegisterOutputs();
    }

    private void Watch(HostPlan host)
    {
        Create($"status-{host.Name}", new Watched(
            "AWS/EC2", "StatusCheckFailed", ByInstance(host), "Maximum", ">", 0, 60, 3, IsMissingBad: true,
            $"{host.Name} does not answer EC2's checks. Stop and start it; see its console screenshot."));
        Create($"disk-{host.Name}", OwnMetric(
            host, AgentConfiguration.DiskFree, "Minimum", "<", LeastFreePercent,
            $"A drive of {host.Name} has less than {LeastFreePercent} % free. Enlarge the volume in the "
            + "stack file, or see whether backups truncate the logs."));
        if (host.Role is HostRole.Mailbox or HostRole.Edge)
        {
            Create($"queue-{host.Name}", OwnMetric(
                host, AgentConfiguration.QueueLength, "Maximum", ">", LongQueue,
                $"More than {LongQueue} messages wait on {host.Name}. See Get-Queue there, and port 25."));
        }

        if (host.Role == HostRole.Mailbox)
        {
            WatchCopies(host);
        }
    }

    private void WatchCopies(HostPlan host)
    {
        Create($"copy-queue-{host.Name}", OwnMetric(
            host, AgentConfiguration.CopyQueueLength, "Maximum", ">", LongCopyQueue,
            $"{host.Name} lacks more than {LongCopyQueue} logs of a database. See "
            + "Get-MailboxDatabaseCopyStatus."));
        Create($"copies-{host.Name}", new Watched(
            Monitored.MetricNamespace, "UnhealthyCopies",
            new InputMap<string> { ["Stack"] = _args.MetricStack, ["Host"] = host.Name },
            "Maximum", ">", 0, 3600, 2, IsMissingBad: true,
            $"A database copy of {host.Name} is not healthy, or the server does not say. See "
            + "Get-MailboxDatabaseCopyStatus; the recovery document reset-database-copy seeds one anew."));
    }

    private void Watch(BalancedTargets targets) => Create($"targets-{targets.Name}", new Watched(
        targets.Namespace, "UnHealthyHostCount",
        new InputMap<string>
        {
            ["LoadBalancer"] = targets.LoadBalancer,
            ["TargetGroup"] = targets.TargetGroup,
        },
        "Maximum", ">", 0, 60, 10, IsMissingBad: false,
        $"A member does not serve {targets.Name}. In maintenance that is meant; otherwise see "
        + "Get-ServerHealth on the member."));

    private Watched OwnMetric(
        HostPlan host, string metric, string statistic, string comparison, double threshold, string text) =>
        new(Monitored.MetricNamespace, metric, ByInstance(host), statistic, comparison, threshold, 300, 3,
            IsMissingBad: true, text);

    private InputMap<string> ByInstance(HostPlan host) =>
        new() { ["InstanceId"] = _args.InstanceIds[host.Name] };

    private void Create(string name, Watched watched) =>
        _ = new CloudWatch.MetricAlarm($"{_name}-{name.ToLowerInvariant()}", new CloudWatch.MetricAlarmArgs
        {
            AlarmDescription = watched.Text,
            Namespace = watched.Namespace,
            MetricName = watched.Metric,
            Dimensions = watched.Dimensions,
            Statistic = watched.Statistic,
            ComparisonOperator = watched.Comparison == ">" ? "GreaterThanThreshold" : "LessThanThreshold",
            Threshold = watched.Threshold,
            Period = watched.PeriodSeconds,
            EvaluationPeriods = watched.Periods,
            TreatMissingData = watched.IsMissingBad ? "breaching" : "notBreaching",
            AlarmActions = { _args.TopicArn },
            OkActions = { _args.TopicArn },
            Tags = _args.Tags.Named(name),
        }, new CustomResourceOptions { Parent = this, DependsOn = _args.Publishers.ToArray() });

    // IsMissingBad: a server that says nothing is not fine.
    private sealed record Watched(
        string Namespace, string Metric, InputMap<string> Dimensions, string Statistic, string Comparison,
        double Threshold, int PeriodSeconds, int Periods, bool IsMissingBad, string Text);
}
