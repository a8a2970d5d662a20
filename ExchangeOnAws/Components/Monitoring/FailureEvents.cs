using System.Text.Json.Nodes;
using Pulumi;
using CloudWatch = Pulumi.Aws.CloudWatch;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="FailureEvents"/> needs.</summary>
public sealed class FailureEventsArgs : ResourceArgs
{
    /// <summary>Where it is told.</summary>
    public required Input<string> TopicArn { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>
/// Failures that no metric shows: a backup that ended with issues or never began, a copy of one, updates that
/// were refused or broke off. They are those of the account; each names its vault or window.
/// </summary>
public sealed class FailureEvents : ComponentResource
{
    public FailureEvents(string name, FailureEventsArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:FailureEvents", name, args, options)
    {
        Tell($"{name}-backup", args, "A backup failed, expired or was aborted", Pattern(
            "aws.backup", "Backup Job State Change", "state", "FAILED", "EXPIRED", "ABORTED"));

        // VSS that fails leaves a backup that is complete, "with issues", and says so in its message only.
        Tell($"{name}-backup-issues", args, "A backup is complete, but not consistent", new JsonObject
        {
            ["source"] = new JsonArray("aws.backup"),
            ["detail-type"] = new JsonArray("Backup Job State Change"),
            ["detail"] = new JsonObject
            {
                ["state"] = new JsonArray("COMPLETED"),
                ["statusMessage"] = new JsonArray(new JsonObject { ["exists"] = true }),
            },
        });
        Tell($"{name}-copy", args, "A copy of a backup failed", Pattern(
            "aws.backup", "Copy Job State Change", "state", "FAILED"));
        Tell($"{name}-updates", args, "Updates were refused or broke off", Pattern(
            "aws.ssm", "Maintenance Window Task Execution State-change Notification", "status",
            "FAILED", "TIMED_OUT"));
        RegisterOutputs();
    }

    private static JsonObject Pattern(
        string source, string kind, string field, params string[] values) => new()
        {
            ["source"] = new JsonArray(source),
            ["detail-type"] = new JsonArray(kind),
            ["detail"] = new JsonObject
            {
                [field] = new JsonArray([.. values.Select(value => (JsonNode)value)]),
            },
        };

    private void Tell(string name, FailureEventsArgs args, string description, JsonObject pattern)
    {
        var rule = new CloudWatch.EventRule($"{name}-rule", new CloudWatch.EventRuleArgs
        {
            Description = description,
            EventPattern = pattern.ToJsonString(),
            Tags = args.Tags.Named(name),
        }, new CustomResourceOptions { Parent = this });
        _ = new CloudWatch.EventTarget($"{name}-target", new CloudWatch.EventTargetArgs
        {
            Rule = rule.Name,
            Arn = args.TopicArn,
        }, new CustomResourceOptions { Parent = this });
    }
}
