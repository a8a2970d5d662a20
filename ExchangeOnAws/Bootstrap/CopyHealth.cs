using ExchangeOnAws.Components;
using ExchangeOnAws.Planning;
using Pulumi;
using Ssm = Pulumi.Aws.Ssm;

namespace ExchangeOnAws.Bootstrap;

/// <summary>What <see cref="CopyHealth"/> needs.</summary>
public sealed class CopyHealthArgs : ResourceArgs
{
    public required string StackName { get; init; }

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
        var document = ScriptDocument.Create(
            $"{name}-document", ScriptDocument.Of(Script, Timeout),
            args.Tags.Named(ScriptDocument.NameOf(Script)), this);
        foreach (var member in args.Members)
        {
            Publish(name, args, member, document);
        }

        RegisterOutputs();
    }

    private void Publish(string name, CopyHealthArgs args, HostPlan member, Ssm.Document document) =>
        _ = new Ssm.Association($"{name}-{member.Name.ToLowerInvariant()}", new Ssm.AssociationArgs
        {
            AssociationName = $"{args.Tags.Prefix}-copy-health-{member.Name.ToLowerInvariant()}",
            Name = document.Name,
            DocumentVersion = document.LatestVersion,
            ScheduleExpression = "rate(30 minutes)",
            Targets =
            {
                new Ssm.Inputs.AssociationTargetArgs
                {
                    Key = "InstanceIds",
                    Values = args.InstanceIds[member.Name],
                },
            },
            Parameters = { ["StackName"] = args.StackName, ["HostName"] = member.Name },
            OutputLocation = new Ssm.Inputs.AssociationOutputLocationArgs
            {
                S3BucketName = args.LogBucket,
                S3KeyPrefix = $"{Storage.LogPrefix}/copy-health",
            },
            Tags = args.Tags.Named("copy-health"),
        }, new CustomResourceOptions { Parent = this, DependsOn = { args.Ready } });
}
