using ExchangeOnAws.Values;
using Pulumi;
using Ssm = Pulumi.Aws.Ssm;

namespace ExchangeOnAws.Components;

/// <summary>A script that members run again and again.</summary>
internal sealed record ScheduledScript
{
    public required Ssm.Document Document { get; init; }

    /// <summary>What it is about: part of the association's name, place of its logs.</summary>
    public required string Subject { get; init; }

    public required Input<string> LogBucket { get; init; }

    public required ResourceTags Tags { get; init; }

    /// <summary>The association of one member.</summary>
    public Ssm.Association RunOn(string name, ScheduledRun run, Resource parent)
    {
        var host = run.Host.ToLowerInvariant();
        return new($"{name}-{host}", new Ssm.AssociationArgs
        {
            AssociationName = Tags.NameOf(AwsNames.Association, $"{Subject}-{host}"),
            Name = Document.Name,
            DocumentVersion = Document.LatestVersion,
            ScheduleExpression = run.Schedule,
            ApplyOnlyAtCronInterval = run.IsTimed ? true : (Input<bool>?)null,
            Targets =
            {
                new Ssm.Inputs.AssociationTargetArgs { Key = "InstanceIds", Values = run.InstanceId },
            },
            Parameters = run.Parameters,
            OutputLocation = new Ssm.Inputs.AssociationOutputLocationArgs
            {
                S3BucketName = LogBucket,
                S3KeyPrefix = $"{Storage.LogPrefix}/{Subject}",
            },
            Tags = Tags.OfAssociation(Subject),
        }, new CustomResourceOptions { Parent = parent, DependsOn = { run.Ready } });
    }
}

/// <summary>Where, when and with what a script runs.</summary>
internal sealed record ScheduledRun
{
    public required string Host { get; init; }

    public required Output<string> InstanceId { get; init; }

    /// <summary>A rate or cron expression of Systems Manager.</summary>
    public required string Schedule { get; init; }

    public required InputMap<string> Parameters { get; init; }

    /// <summary>What has to be there before the first run.</summary>
    public required Resource Ready { get; init; }

    /// <summary>It runs at its times only; otherwise once more as soon as it is made or changed.</summary>
    public bool IsTimed { get; init; }

    /// <summary>What a script that publishes a metric is told.</summary>
    public static InputMap<string> Metric(Input<string> stack, string host) =>
        new() { ["StackName"] = stack, ["HostName"] = host };
}
