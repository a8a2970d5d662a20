using ExchangeOnAws.Planning;
using Pulumi;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="CopyHealth"/> needs.</summary>
public sealed class CopyHealthArgs : ResourceArgs
{
    /// <summary>What tells this deployment's metrics from those of every other.</summary>
    public required Input<string> MetricStack { get; init; }

    public required IReadOnlyList<HostPlan> Members { get; init; }

    /// <summary>Instance ids by host name.</summary>
    public required IReadOnlyDictionary<string, Output<string>> InstanceIds { get; init; }

    /// <summary>The end of the steps.</summary>
    public required Resource Ready { get; init; }

    public required Input<string> LogBucket { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>Every member publishes every half hour how many of its database copies are not healthy.</summary>
public sealed class CopyHealth : ComponentResource
{
    /// <summary>The script that publishes.</summary>
    public const string Script = "Operations/Publish-CopyHealth";

    /// <summary>The longest that one run may take.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromMinutes(20);

    public CopyHealth(string name, CopyHealthArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:CopyHealth", name, args, options)
    {
        var script = new ScheduledScript
        {
            Document = ScriptDocument.Create(
                $"{name}-document", ScriptDocument.Of(Script, Timeout),
                args.Tags.Named(ScriptDocument.NameOf(Script)), this),
            Subject = "copy-health",
            LogBucket = args.LogBucket,
            Tags = args.Tags,
        };
        foreach (var member in args.Members)
        {
            script.RunOn(name, new ScheduledRun
            {
                Host = member.Name,
                InstanceId = args.InstanceIds[member.Name],
                Schedule = "rate(30 minutes)",
                Parameters = ScheduledRun.Metric(args.MetricStack, member.Name),
                Ready = args.Ready,
            }, this);
        }

        RegisterOutputs();
    }
}
