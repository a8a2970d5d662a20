using System.Text.Json.Nodes;
using Pulumi;
using CloudWatch = Pulumi.Aws.CloudWatch;
using Iam = Pulumi.Aws.Iam;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="FailureEvents"/> needs.</summary>
public sealed class FailureEventsArgs : ResourceArgs
{
    /// <summary>Where it is told.</summary>
    public required Input<string> TopicArn { get; init; }

    /// <summary>What the topic is encrypted with.</summary>
    public required Input<string> EncryptionKeyArn { get; init; }

    public required AwsEnvironment Environment { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>
/// Failures that no metric shows: a backup that ended with issues or never began, a copy of one, updates that
/// were refused or broke off. They are those of the account; each names its vault or window.
/// </summary>
/// <remarks>
/// Rules publish with a role and not by the topic's policy. EventBridge meets no condition in a topic's or
/// in a key's policy ("You can't use Condition blocks in Amazon SNS topic policies for EventBridge",
/// EventBridge user guide; SNS developer guide, "Enable compatibility between event sources"): events would
/// be dropped without a word, seen in FailedInvocations only. Without a condition, the rules of every
/// account could publish. A role that EventBridge takes on can name the rules ("Using resource-based
/// policies", "For Lambda, Amazon SNS, and Amazon SQS targets, you can use either an IAM execution role or a
/// resource-based policy", 2026).
/// </remarks>
public sealed class FailureEvents : ComponentResource
{
    public FailureEvents(string name, FailureEventsArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:FailureEvents", name, args, options)
    {
        (string Name, CloudWatch.EventRule Rule)[] rules =
        [
            CreateRule($"{name}-backup", args, "A backup failed, expired or was aborted", Pattern(
                "aws.backup", "Backup Job State Change", "state", "FAILED", "EXPIRED", "ABORTED")),

            // VSS that fails leaves a backup that is complete, "with issues", and says so in its message
            // only.
            CreateRule(
                $"{name}-backup-issues", args, "A backup is complete, but not consistent", new JsonObject
                {
                    ["source"] = new JsonArray("aws.backup"),
                    ["detail-type"] = new JsonArray("Backup Job State Change"),
                    ["detail"] = new JsonObject
                    {
                        ["state"] = new JsonArray("COMPLETED"),
                        ["statusMessage"] = new JsonArray(new JsonObject { ["exists"] = true }),
                    },
                }),
            CreateRule($"{name}-copy", args, "A copy of a backup failed", Pattern(
                "aws.backup", "Copy Job State Change", "state", "FAILED")),
            CreateRule($"{name}-updates", args, "Updates were refused or broke off", Pattern(
                "aws.ssm", "Maintenance Window Task Execution State-change Notification", "status",
                "FAILED", "TIMED_OUT")),
        ];
        var role = CreateRole(name, args, rules.Select(each => each.Rule));
        var rights = AllowPublishing(name, args, role);
        foreach (var (ruleName, rule) in rules)
        {
            Tell(ruleName, args, rule, role, rights);
        }

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

    private (string Name, CloudWatch.EventRule Rule) CreateRule(
        string name, FailureEventsArgs args, string description, JsonObject pattern) =>
        (name, new CloudWatch.EventRule($"{name}-rule", new CloudWatch.EventRuleArgs
        {
            Description = description,
            EventPattern = pattern.ToJsonString(),
            Tags = args.Tags.Named(name),
        }, new CustomResourceOptions { Parent = this }));

    // A statement for each rule, for a condition holds one value here. No other rule can take on the role,
    // and no other account's.
    private Iam.Role CreateRole(
        string name, FailureEventsArgs args, IEnumerable<CloudWatch.EventRule> rules) =>
        new($"{name}-role", new Iam.RoleArgs
        {
            Description = "Exchange on AWS: failure events",
            AssumeRolePolicy = Policy.Document([.. rules.Select((rule, index) => new PolicyStatement
            {
                Sid = $"Rule{index + 1}",
                Principal = new() { ["Service"] = args.Environment.ServicePrincipal("events") },
                Action = ["sts:AssumeRole"],
                Condition = new()
                {
                    ["ArnEquals"] = new() { ["aws:SourceArn"] = rule.Arn },
                    ["StringEquals"] = new() { ["aws:SourceAccount"] = args.Environment.AccountId },
                },
            })]),
            Tags = args.Tags.Named("failures"),
        }, new CustomResourceOptions { Parent = this });

    // Amazon SNS encrypts with the rights of who publishes, so the role has to use the key too (SNS developer
    // guide, "Key management"). The key's policy leaves that to IAM policies of the account.
    private Iam.RolePolicy AllowPublishing(string name, FailureEventsArgs args, Iam.Role role) =>
        new($"{name}-policy", new Iam.RolePolicyArgs
        {
            Role = role.Id,
            Policy = Policy.Document(
                new PolicyStatement
                {
                    Sid = "TellTopic",
                    Action = ["sns:Publish"],
                    Resource = [args.TopicArn],
                },
                new PolicyStatement
                {
                    Sid = "EncryptForTopic",
                    Action = ["kms:Decrypt", "kms:GenerateDataKey"],
                    Resource = [args.EncryptionKeyArn],
                }),
        }, new CustomResourceOptions { Parent = this });

    private void Tell(
        string name, FailureEventsArgs args, CloudWatch.EventRule rule, Iam.Role role,
        Iam.RolePolicy rights) =>
        _ = new CloudWatch.EventTarget($"{name}-target", new CloudWatch.EventTargetArgs
        {
            Rule = rule.Name,
            Arn = args.TopicArn,
            RoleArn = role.Arn,
        }, new CustomResourceOptions { Parent = this, DependsOn = { rights } });
}
