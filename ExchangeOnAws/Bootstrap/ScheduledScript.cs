using ExchangeOnAws.Components;
using ExchangeOnAws.Planning;
using Pulumi;
using Ssm = Pulumi.Aws.Ssm;

namespace ExchangeOnAws.Bootstrap;

/// <summary>A member runs a script again and again, which publishes a metric of stack and host.</summary>
internal sealed record ScheduledScript
{
    public required Ssm.Document Document { get; init; }

    /// <summary>What it publishes: part of the association's name, place of its logs.</summary>
    public required string Subject { get; init; }

    /// <summary>A rate or cron expression of Systems Manager.</summary>
    public required string Schedule { get; init; }

    public required string StackName { get; init; }

    public required Input<string> LogBucket { get; init; }

    public required ResourceTags Tags { get; init; }

    /// <summary>The association of one member.</summary>
    public Ssm.Association RunOn(
        string name, string host, Output<string> instanceId, Resource ready, Resource parent) =>
        new($"{name}-{host.ToLowerInvariant()}", new Ssm.AssociationArgs
        {
            AssociationName = Tags.NameOf(
                AwsNames.Association, $"{Subject}-{host.ToLowerInvariant()}"),
            Name = Document.Name,
            DocumentVersion = Document.LatestVersion,
            ScheduleExpression = Schedule,
            Targets =
            {
                new Ssm.Inputs.AssociationTargetArgs { Key = "InstanceIds", Values = instanceId },
            },
            Parameters = { ["StackName"] = StackName, ["HostName"] = host },
            OutputLocation = new Ssm.Inputs.AssociationOutputLocationArgs
            {
                S3BucketName = LogBucket,
                S3KeyPrefix = $"{Storage.LogPrefix}/{Subject}",
            },
            Tags = Tags.OfAssociation(Subject),
        }, new CustomResourceOptions { Parent = parent, DependsOn = { ready } });
}
