using ExchangeOnAws.Planning;
using Pulumi;
using CloudWatch = Pulumi.Aws.CloudWatch;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="CertificateExpiry"/> needs.</summary>
public sealed class CertificateExpiryArgs : ResourceArgs
{
    /// <summary>What tells this deployment's metrics from those of every other.</summary>
    public required Input<string> MetricStack { get; init; }

    public required IReadOnlyList<HostPlan> Members { get; init; }

    /// <summary>The members by host name.</summary>
    public required IReadOnlyDictionary<string, Server> Servers { get; init; }

    /// <summary>By member, the step after which it has its certificate.</summary>
    public required Func<HostPlan, Resource> Ready { get; init; }

    /// <summary>How long before the end the alarm comes.</summary>
    public required int WarningDays { get; init; }

    /// <summary>Members fetch a renewed one by themselves.</summary>
    public required bool IsFetched { get; init; }

    /// <summary>Where alarms go.</summary>
    public required Input<string> AlarmTopicArn { get; init; }

    public required Input<string> LogBucket { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>
/// Every member publishes daily for how long its certificate lasts; an alarm follows when that is not long
/// enough, or when it publishes nothing.
/// </summary>
public sealed class CertificateExpiry : ComponentResource
{
    /// <summary>The script that publishes.</summary>
    public const string Script = "Operations/Publish-CertificateExpiry";

    private const int SecondsPerDay = 24 * 60 * 60;

    public CertificateExpiry(
        string name, CertificateExpiryArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:CertificateExpiry", name, args, options)
    {
        var script = new ScheduledScript
        {
            Document = ScriptDocument.Create(
                $"{name}-document", ScriptDocument.Of(Script, TimeSpan.FromMinutes(10)),
                args.Tags.Named(ScriptDocument.NameOf(Script)), this),
            Subject = "certificate-expiry",
            LogBucket = args.LogBucket,
            Tags = args.Tags,
        };
        foreach (var member in args.Members)
        {
            script.RunOn(name, new ScheduledRun
            {
                Host = member.Name,
                InstanceId = args.Servers[member.Name].InstanceId,
                Schedule = "rate(1 day)",
                Parameters = ScheduledRun.Metric(args.MetricStack, member.Name),
                Ready = args.Ready(member),
            }, this);
            CreateAlarm(name, args, member);
        }

        RegisterOutputs();
    }

    private void CreateAlarm(string name, CertificateExpiryArgs args, HostPlan member) =>
        _ = new CloudWatch.MetricAlarm(
            $"{name}-alarm-{member.Name.ToLowerInvariant()}", new CloudWatch.MetricAlarmArgs
            {
                AlarmDescription = $"The certificate of {member.Name} ends within {args.WarningDays} days, "
                    + "or the server does not say. " + (args.IsFetched
                        ? "See its renewal status in ACM, and the logs of certificate-renewal."
                        : "Put another PFX into the secret, then run pulumi up --replace on the member's "
                            + "certificate step."),
                Namespace = Monitored.MetricNamespace,
                MetricName = "DaysToExpiry",
                Dimensions = { ["Stack"] = args.MetricStack, ["Host"] = member.Name },
                Statistic = "Minimum",
                ComparisonOperator = "LessThanThreshold",
                Threshold = args.WarningDays,
                Period = SecondsPerDay,

                // Two days: the first one of a new member is incomplete.
                EvaluationPeriods = 2,
                DatapointsToAlarm = 2,
                TreatMissingData = "breaching",
                AlarmActions = { args.AlarmTopicArn },
                OkActions = { args.AlarmTopicArn },
                Tags = args.Tags.Named($"certificate-{member.Name}"),
            }, new CustomResourceOptions { Parent = this });
}
