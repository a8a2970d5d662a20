using Pulumi;
using CloudWatch = Pulumi.Aws.CloudWatch;
using Ec2 = Pulumi.Aws.Ec2;
using Iam = Pulumi.Aws.Iam;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="FlowLogs"/> needs.</summary>
public sealed class FlowLogsArgs : ResourceArgs
{
    public required Input<string> VpcId { get; init; }

    public required AwsEnvironment Environment { get; init; }

    public required Input<string> LogGroupName { get; init; }

    public required Input<string> EncryptionKeyArn { get; init; }

    /// <summary>Days; one of the values that CloudWatch Logs accepts.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>Keep the record when the stack is destroyed.</summary>
    public required bool RetainOnDelete { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>The record of the VPC's traffic in CloudWatch Logs, with the role that writes it.</summary>
public sealed class FlowLogs : ComponentResource
{
    // Minutes matter when somebody asks what happened; the default is ten.
    private const int AggregationSeconds = 60;

    public FlowLogs(string name, FlowLogsArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:FlowLogs", name, args, options)
    {
        var group = CreateLogGroup(name, args);
        var role = CreateRole(name, args);
        var policy = CreatePolicy(name, role, group);
        CreateFlowLog(name, args, group, role, policy);
        RegisterOutputs();
    }

    private CloudWatch.LogGroup CreateLogGroup(string name, FlowLogsArgs args) =>
        new($"{name}-group", new CloudWatch.LogGroupArgs
        {
            Name = args.LogGroupName,
            KmsKeyId = args.EncryptionKeyArn,
            RetentionInDays = args.RetentionDays,
            Tags = args.Tags.Named("flow-logs"),
        }, new CustomResourceOptions { Parent = this, RetainOnDelete = args.RetainOnDelete });

    private Iam.Role CreateRole(string name, FlowLogsArgs args) => new($"{name}-role", new Iam.RoleArgs
    {
        Description = "Writes the flow logs of the Exchange VPC",
        AssumeRolePolicy = Policy.TrustOfService("vpc-flow-logs", args.Environment),
        Tags = args.Tags.Named("flow-logs"),
    }, new CustomResourceOptions { Parent = this });

    private Iam.RolePolicy CreatePolicy(string name, Iam.Role role, CloudWatch.LogGroup group) =>
        new($"{name}-policy", new Iam.RolePolicyArgs
        {
            Role = role.Id,
            Policy = Policy.Document(
                new PolicyStatement
                {
                    Sid = "WriteFlowLogs",
                    Action = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
                    Resource = [group.Arn, Output.Format($"{group.Arn}:*")],
                },
                new PolicyStatement
                {
                    // Takes no resource (service authorization reference: CloudWatch Logs, 2026).
                    Sid = "FindLogGroup",
                    Action = ["logs:DescribeLogGroups"],
                    Resource = ["*"],
                }),
        }, new CustomResourceOptions { Parent = this });

    private void CreateFlowLog(
        string name, FlowLogsArgs args, CloudWatch.LogGroup group, Iam.Role role, Iam.RolePolicy policy) =>
        _ = new Ec2.FlowLog($"{name}-vpc", new Ec2.FlowLogArgs
        {
            VpcId = args.VpcId,
            TrafficType = "ALL",
            LogDestinationType = "cloud-watch-logs",
            LogDestination = group.Arn,
            IamRoleArn = role.Arn,
            MaxAggregationInterval = AggregationSeconds,
            Tags = args.Tags.Named("flow-logs"),
        }, new CustomResourceOptions { Parent = this, DependsOn = { policy } });
}
