using Pulumi;
using Iam = Pulumi.Aws.Iam;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="ServerRole"/> needs.</summary>
public sealed class ServerRoleArgs : ResourceArgs
{
    /// <summary>The tier in words, for example domain-controller.</summary>
    public required string Tier { get; init; }

    /// <summary>The secrets that this tier's steps read; no other can be read.</summary>
    public required IReadOnlyList<Input<string>> SecretArns { get; init; }

    public required AwsEnvironment Environment { get; init; }

    public required Input<string> BucketArn { get; init; }

    /// <summary>The path of parameters and log groups, with a slash at both ends.</summary>
    public required Input<string> ParameterPath { get; init; }

    public required Input<string> EncryptionKeyArn { get; init; }

    /// <summary>What this tier may do beside what every server may.</summary>
    public required IReadOnlyList<PolicyStatement> Statements { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>
/// The role of a tier's servers: managed by Systems Manager, their own secrets, their own logs.
/// </summary>
/// <remarks>
/// Written out instead of AmazonSSMManagedInstanceCore,
/// which also lets a server read every parameter of the account.
/// </remarks>
public sealed class ServerRole : ComponentResource
{
    // What SSM Agent calls for itself. None of these takes a resource: the service allows each instance its
    // own (service authorization reference: Systems Manager, Message Gateway, Message Delivery, 2026).
    private static readonly string[] s_agentActions =
    [
        "ec2messages:AcknowledgeMessage", "ec2messages:DeleteMessage", "ec2messages:FailMessage",
        "ec2messages:GetEndpoint", "ec2messages:GetMessages", "ec2messages:SendReply",
        "ssm:DescribeAssociation", "ssm:DescribeDocument", "ssm:GetDeployablePatchSnapshotForInstance",
        "ssm:GetDocument", "ssm:GetManifest", "ssm:ListAssociations", "ssm:ListInstanceAssociations",
        "ssm:PutComplianceItems", "ssm:PutConfigurePackageResult", "ssm:PutInventory",
        "ssm:UpdateAssociationStatus", "ssm:UpdateInstanceAssociationStatus", "ssm:UpdateInstanceInformation",
        "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
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
            Principal = new() { ["Service"] = "ec2.amazonaws.com" },
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
        yield return new PolicyStatement
        {
            Sid = "ReadMedia",
            Action = ["s3:GetObject"],
            Resource = [Output.Format($"{args.BucketArn}/{Storage.MediaPrefix}/*")],
        };
        yield return new PolicyStatement
        {
            Sid = "UseKey",
            Action = ["kms:Decrypt", "kms:GenerateDataKey"],
            Resource = [args.EncryptionKeyArn],
        };
        foreach (var statement in Monitoring(args))
        {
            yield return statement;
        }

        if (args.SecretArns.Count > 0)
        {
            yield return new PolicyStatement
            {
                Sid = "ReadOwnSecrets",
                Action = ["secretsmanager:GetSecretValue"],
                Resource = args.SecretArns,
            };

            foreach (var (index, secret) in args.SecretArns.Index())
            {
                yield return DecryptionOf(secret, index, args.Environment);
            }
        }

        foreach (var statement in args.Statements)
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

    // A secret that the stack file names may have a key of its own: usable through Secrets Manager, and for
    // this secret only.
    private static PolicyStatement DecryptionOf(
        Input<string> secret, int index, AwsEnvironment environment) =>
        new()
        {
            Sid = $"DecryptSecret{index + 1}",
            Action = ["kms:Decrypt"],
            Resource = [KeysBeside(secret, environment)],
            Condition = new()
            {
                ["StringEquals"] = new()
                {
                    ["kms:ViaService"] = $"secretsmanager.{environment.Region}.amazonaws.com",
                    ["kms:EncryptionContext:SecretARN"] = secret,
                },
            },
        };

    // The keys of the account that the secret is in, which need not be this one.
    private static Output<string> KeysBeside(Input<string> secret, AwsEnvironment environment) =>
        Output.Tuple(secret.ToOutput(), environment.Arn("kms", "key/*")).Apply(known =>
        {
            var (arn, here) = (known.Item1.Split(':'), known.Item2.Split(':'));

            // The last part and not the sixth: offline the account stands there as ${aws:accountId}.
            return arn.Length > 4 ? string.Join(':', [.. here[..4], arn[4], here[^1]]) : known.Item2;
        });
}
