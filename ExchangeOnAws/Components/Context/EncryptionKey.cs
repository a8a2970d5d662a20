using ExchangeOnAws.Values;
using Pulumi;
using Kms = Pulumi.Aws.Kms;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="EncryptionKey"/> needs.</summary>
public sealed class EncryptionKeyArgs : ResourceArgs
{
    public required AwsEnvironment Environment { get; init; }

    public required ResourceTags Tags { get; init; }

    /// <summary>
    /// The beginning of every log group's name; CloudWatch Logs may use the key for those only.
    /// </summary>
    public required Input<string> LogGroupPrefix { get; init; }

    /// <summary>Days for which a deleted key can be recovered, 7 to 30.</summary>
    public required int DeletionWindowDays { get; init; }

    public required bool DeletionProtection { get; init; }
}

/// <summary>The customer-managed KMS key of the deployment.</summary>
public sealed class EncryptionKey : ComponentResource
{
    public EncryptionKey(string name, EncryptionKeyArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:EncryptionKey", name, args, options)
    {
        var key = CreateKey(name, args);
        CreateAlias(name, args.Tags, key);
        Arn = key.Arn;
        RegisterOutputs();
    }

    [Output]
    public Output<string> Arn { get; private set; }

    private Kms.Key CreateKey(string name, EncryptionKeyArgs args) => new($"{name}-key", new Kms.KeyArgs
    {
        Description = "Exchange on AWS: volumes, secrets, logs",
        EnableKeyRotation = true,
        DeletionWindowInDays = args.DeletionWindowDays,
        Policy = KeyPolicy(args),
        Tags = args.Tags.Named("encryption"),
    }, new CustomResourceOptions
    {
        Parent = this,
        Protect = args.DeletionProtection,

        // What the key encrypts outlives the stack: without the key it could never be read again.
        RetainOnDelete = args.DeletionProtection,
    });

    private void CreateAlias(string name, ResourceTags tags, Kms.Key key) =>
        _ = new Kms.Alias($"{name}-alias", new Kms.AliasArgs
        {
            NamePrefix = AwsNames.KeyAlias.Fit($"alias/{tags.Prefix}", reserved: 1) + "-",
            TargetKeyId = key.KeyId,
        }, new CustomResourceOptions { Parent = this });

    private static Output<string> KeyPolicy(EncryptionKeyArgs args) => Policy.Document(
        new PolicyStatement
        {
            // Without this statement IAM policies have no say over the key (KMS developer guide, "Default key
            // policy").
            Sid = "Account",
            Principal = new()
            {
                ["AWS"] = Output.Format(
                    $"arn:{args.Environment.Partition}:iam::{args.Environment.AccountId}:root"),
            },
            Action = ["kms:*"],
            Resource = ["*"],
        },
        new PolicyStatement
        {
            // Without DescribeKey, whose requests have no encryption context and so never met the condition.
            Sid = "Logs",
            Principal = new() { ["Service"] = args.Environment.ServicePrincipal("logs") },
            Action = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"],
            Resource = ["*"],
            Condition = new()
            {
                ["ArnLike"] = new()
                {
                    ["kms:EncryptionContext:aws:logs:arn"] =
                        args.Environment.Arn("logs", Output.Format($"log-group:{args.LogGroupPrefix}*")),
                },
            },
        },
        new PolicyStatement
        {
            // Alarms write to the encrypted topic themselves. Rules of EventBridge write with a role: in a
            // key's policy they meet no condition (SNS developer guide, "Enable compatibility between event
            // sources").
            Sid = "Alarms",
            Principal = new() { ["Service"] = args.Environment.ServicePrincipal("cloudwatch") },
            Action = ["kms:Decrypt", "kms:GenerateDataKey*"],
            Resource = ["*"],
            Condition = new()
            {
                ["StringEquals"] = new() { ["aws:SourceAccount"] = args.Environment.AccountId },
            },
        },
        new PolicyStatement
        {
            // The role exists only once an account has used Auto Scaling, and a policy must not name a
            // principal that does not exist; the conditions name it without asking.
            Sid = "AutoScalingLaunches",
            Principal = new() { ["AWS"] = "*" },
            Action =
            [
                "kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey",
            ],
            Resource = ["*"],
            Condition = new() { ["StringEquals"] = AutoScaling(args.Environment) },
        },
        new PolicyStatement
        {
            // To EC2, which attaches the volumes, and to nobody else (Auto Scaling user guide, "Required AWS
            // KMS key policy for use with encrypted volumes").
            Sid = "AutoScalingGrants",
            Principal = new() { ["AWS"] = "*" },
            Action = ["kms:CreateGrant"],
            Resource = ["*"],
            Condition = new()
            {
                ["StringEquals"] = AutoScaling(args.Environment),
                ["Bool"] = new() { ["kms:GrantIsForAWSResource"] = "true" },
            },
        });

    private static Dictionary<string, Input<string>> AutoScaling(AwsEnvironment environment) => new()
    {
        ["kms:CallerAccount"] = environment.AccountId,
        ["aws:PrincipalArn"] = AutoScalingRoleArn(environment),
    };

    // The path and name that AWS gives the role in every account
    // (Auto Scaling user guide, "Service-linked roles").
    private static Output<string> AutoScalingRoleArn(AwsEnvironment environment) => Output.Format(
        $"arn:{environment.Partition}:iam::{environment.AccountId}:role/{AutoScalingRole(environment)}");

    private static string AutoScalingRole(AwsEnvironment environment) =>
        $"aws-service-role/{environment.ServicePrincipal("autoscaling")}/AWSServiceRoleForAutoScaling";
}
