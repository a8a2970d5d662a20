using ExchangeOnAws.Planning;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace ExchangeOnAws.Components;

/// <content>Private endpoints of AWS services, and the record of traffic.</content>
public sealed partial class Network
{
    private void CreateInterfaceEndpoints(string name, NetworkArgs args)
    {
        foreach (var service in args.Plan.InterfaceEndpoints)
        {
            _ = new Ec2.VpcEndpoint($"{name}-endpoint-{service}", new Ec2.VpcEndpointArgs
            {
                VpcId = VpcId,
                ServiceName = $"com.amazonaws.{args.Environment.Region}.{service}",
                VpcEndpointType = "Interface",
                SubnetIds = args.Plan.PrivateSubnets.Select(subnet => SubnetIds[subnet]).ToArray(),
                SecurityGroupIds = SecurityGroups.Ids[Tier.Endpoints],
                PrivateDnsEnabled = true,
                Tags = _tags.Named($"endpoint-{service}"),
            }, new CustomResourceOptions { Parent = this, DependsOn = AfterReservations() });
        }
    }

    private void CreateFlowLogs(string name, NetworkArgs args)
    {
        if (args.Plan.FlowLogRetentionDays == 0)
        {
            return;
        }

        _ = new FlowLogs($"{name}-flow-logs", new FlowLogsArgs
        {
            VpcId = VpcId,
            Environment = args.Environment,
            LogGroupName = Output.Format($"{args.LogGroupPrefix}flow-logs"),
            EncryptionKeyArn = args.EncryptionKeyArn,
            RetentionDays = args.Plan.FlowLogRetentionDays,
            RetainOnDelete = args.DeletionProtection,
            Tags = args.Tags,
        }, new ComponentResourceOptions { Parent = this });
    }
}
