using Pulumi;
using Iam = Pulumi.Aws.Iam;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="ServerRole"/> needs.</summary>
public sealed class ServerRoleArgs : ResourceArgs
{
    /// <summary>The tier in words, for example domain-controller.</summary>
    public required string Tier { get; init; }

    /// <summary>The secrets that this tier's steps read or write; no other can be.</summary>
    public required IReadOnlyList<SecretRight> Secrets { get; init; }

    /// <summary>Its servers fetch the installation image from the deployment's own bucket.</summary>
    public required bool TakesOwnMedia { get; init; }

    /// <summary>The CloudWatch agent is on its servers.</summary>
    public required bool HasCloudWatchAgent { get; init; }

    public required AwsEnvironment Environment { get; init; }

    public required Input<string> BucketArn { get; init; }

    /// <summary>The path of parameters and log groups, with a slash at both ends.</summary>
    public required Input<string> ParameterPath { get; init; }

    public required Input<string> EncryptionKeyArn { get; init; }

    /// <summary>What this tier may do beside what every server may.</summary>
    public required IReadOnlyList<PolicyStatement> Statements { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>What a tier's steps do with a secret.</summary>
public sealed record SecretRight(Input<string> Arn, bool IsRead, bool IsFilled);

/// <summary>
/// The role of a tier's servers: managed by Systems Manager, their own secrets, their own logs.
/// </summary>
/// <remarks>
/// Written out instead of AmazonSSMManagedInstanceCore,
/// which also lets a server read every parameter of the account.
/// </remarks>
public sealed class ServerRole : ComponentResource
{
    // What SSM Agent calls for itself: the actions of AmazonSSMManagedInstanceCore without GetParameter and
    // GetParameters. These take no resource; the service allows each instance its own (service authorization
    // reference: Systems Manager, Message Gateway, Message Delivery, 2026).
    private static readonly string[] s_agentActions =
    [
        "ec2messages:AcknowledgeMessage", "ec2messages:DeleteMessage", "ec2messages:FailMessage",
        "ec2messages:GetEndpoint", "ec2messages:GetMessages", "ec2messages:SendReply",
        "ssm:GetDeployablePatchSnapshotForInstance", "ssm:GetManifest", "ssm:ListAssociations",
        "ssm:PutConfigurePackageResult", "ssm:PutInventory", "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel",
    ];

    // And these take the documents, associations and instances that they are about.
    private static readonly string[] s_agentActionsOnResources =
    [
        "ssm:DescribeAssociation", "ssm:DescribeDocument", "ssm:GetDocument", "ssm:ListInstanceAssociations",
        "ssm:PutComplianceItems", "ssm:UpdateAssociationStatus", "ssm:UpdateInstanceAssociationStatus",
        "ssm:UpdateInstanceInformation",
    ];

    public ServerRole(string name, ServerRoleArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:ServerRole", name, args, options)
    {
        var role = CreateRole(name, args);
        CreatePolicy(name, args, role);
        InstanceProfile = CreateInstanceProfile(name, args, role);
        Tier = args.Tier;
        RoleName = role.Name;
        RoleArn = role.Arn;
        RegisterOutputs();
    }

    /// <summary>The tier in words, for example mailbox.</summary>
    public string Tier { get; }

    public Output<string> RoleName { get; }

    public Output<string> RoleArn { get; }

    /// <summary>What an instance is launched with.</summary>
    public Iam.InstanceProfile InstanceProfile { get; }

    private Iam.Role CreateRole(string name, ServerRoleArgs args) => new($"{name}-role", new Iam.RoleArgs
    {
        Description = $"Exchange on AWS: {args.Tier}",
        AssumeRolePolicy = Policy.Document(new PolicyStatement
        {
            Sid = "Servers",
            Principal = new() { ["Service"] = args.Environment.ServicePrincipal("ec2") },
            Action = ["sts:AssumeRole"],
        }),
        Tags = args.Tags.Named(args.Tier),
    }, new CustomResourceOptions { Parent = this });

    private void CreatePolicy(string name, ServerRoleArgs args, Iam.Role role) =>
        _ = new Iam.RolePolicy($"{name}-policy", new Iam.RolePolicyArgs
        {
            Role = role.Id,
            Policy = Policy.Document([.. Statements(args)]),
        }, new CustomResourceOptions { Parent = this });

    private Iam.InstanceProfile CreateInstanceProfile(string name, ServerRoleArgs args, Iam.Role role) =>
        new($"{name}-profile", new Iam.InstanceProfileArgs
        {
            Role = role.Name,
            Tags = args.Tags.Named(args.Tier),
        }, new CustomResourceOptions { Parent = this });

    private static IEnumerable<PolicyStatement> Statements(ServerRoleArgs args)
    {
        yield return new PolicyStatement { Sid = "Agent", Action = s_agentActions, Resource = ["*"] };
        yield return new PolicyStatement
        {
            Sid = "AgentWork",
            Action = s_agentActionsOnResources,
            Resource =
            [
                // Documents of AWS belong to no account.
                Output.Format($"arn:{args.Environment.Partition}:ssm:{args.Environment.Region}:*:document/*"),
                args.Environment.Arn("ssm", "association/*"),
                args.Environment.Arn("ec2", "instance/*"),
            ],
        };
        yield return new PolicyStatement
        {
            Sid = "WriteLogs",
            Action = ["s3:PutObject"],
            Resource = [Output.Format($"{args.BucketArn}/{Storage.LogPrefix}/*")],
        };
        yield return new PolicyStatement
        {
            Sid = "LogEncryption",
            Action = ["s3:GetEncryptionConfiguration"],
            Resource = [args.BucketArn],
        };
        if (args.TakesOwnMedia)
        {
            yield return new PolicyStatement
            {
                Sid = "ReadMedia",
                Action = ["s3:GetObject"],
                Resource = [Output.Format($"{args.BucketArn}/{Storage.MediaPrefix}/*")],
            };
        }

        yield return new PolicyStatement
        {
            // The bucket's key. A log that is written in parts takes Decrypt too (S3 user guide, "Multipart
            // upload and AWS KMS"). Secrets are decrypted one by one, below.
            Sid = "UseKey",
            Action = ["kms:Decrypt", "kms:GenerateDataKey"],
            Resource = [args.EncryptionKeyArn],
            Condition = new()
            {
                ["StringEquals"] = new() { ["kms:ViaService"] = args.Environment.ViaService("s3") },
            },
        };
        foreach (var statement in (args.HasCloudWatchAgent ? Monitoring(args) : [])
            .Concat(SecretStatements(args))
            .Concat(args.Statements))
        {
            yield return statement;
        }
    }

    // What the CloudWatch agent and the deployment's own metrics need, and nothing of other deployments.
    private static IEnumerable<PolicyStatement> Monitoring(ServerRoleArgs args)
    {
        yield return new PolicyStatement
        {
            // The action takes no resource; the condition keeps it to the deployment's own metrics.
            Sid = "PublishMetrics",
            Action = ["cloudwatch:PutMetricData"],
            Resource = ["*"],
            Condition = new()
            {
                ["StringEquals"] = new() { ["cloudwatch:namespace"] = Monitored.MetricNamespace },
            },
        };
        yield return new PolicyStatement
        {
            Sid = "ReadAgentConfiguration",
            Action = ["ssm:GetParameter"],
            Resource =
            [
                args.Environment.Arn("ssm", Output.Format(
                    $"parameter{args.ParameterPath}{Monitored.ConfigurationFolder}/*")),
            ],
        };
        yield return new PolicyStatement
        {
            Sid = "SendLogs",
            Action = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
            Resource =
            [
                args.Environment.Arn("logs", Output.Format(
                    $"log-group:{args.ParameterPath}{Monitored.LogGroup}:*")),
            ],
        };
    }

    private static IEnumerable<PolicyStatement> SecretStatements(ServerRoleArgs args)
    {
        Input<string>[] read = [.. args.Secrets.Where(secret => secret.IsRead).Select(secret => secret.Arn)];
        if (read.Length > 0)
        {
            yield return new PolicyStatement
            {
                Sid = "ReadOwnSecrets",
                Action = ["secretsmanager:GetSecretValue"],
                Resource = read,
            };
        }

        Input<string>[] filled =
            [.. args.Secrets.Where(secret => secret.IsFilled).Select(secret => secret.Arn)];
        if (filled.Length > 0)
        {
            yield return new PolicyStatement
            {
                Sid = "FillOwnSecrets",
                Action = ["secretsmanager:PutSecretValue"],
                Resource = filled,
            };
        }

        foreach (var (index, secret) in args.Secrets.Index())
        {
            yield return KeyOf(secret, index, args.Environment);
        }
    }

    // A secret that the stack file names may have a key of its own: usable through Secrets Manager, and for
    // this secret only. Writing takes both actions (Secrets Manager user guide, "Secret encryption and
    // decryption").
    private static PolicyStatement KeyOf(SecretRight secret, int index, AwsEnvironment environment) =>
        new()
        {
            Sid = $"DecryptSecret{index + 1}",
            Action = secret.IsFilled ? ["kms:Decrypt", "kms:GenerateDataKey"] : ["kms:Decrypt"],
            Resource = [KeysBeside(secret.Arn, environment)],
            Condition = new()
            {
                ["StringEquals"] = new()
                {
                    ["kms:ViaService"] = environment.ViaService("secretsmanager"),
                    ["kms:EncryptionContext:SecretARN"] = secret.Arn,
                },
            },
        };

    // The keys of the account that the secret is in, which need not be this one. An account id may be
    // anything here, a reference of an offline plan included, so an ARN is put together and none is taken
    // apart.
    private static Output<string> KeysBeside(Input<string> secret, AwsEnvironment environment) =>
        Output.Tuple(secret.ToOutput(), environment.AccountId).Apply(known =>
            known.Item1.Split(':') is [_, _, "secretsmanager", _, { Length: 12 } account, ..]
                ? environment.Of(account, "kms", "key/*")
                : environment.Arn("kms", "key/*"));
}
