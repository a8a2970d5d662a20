using Pulumi;
using Pulumi.Aws;

namespace ExchangeOnAws.Components;

/// <summary>Where the deployment runs: what ARNs are made of.</summary>
/// <param name="Region">For example eu-west-1.</param>
/// <param name="Partition">aws, aws-us-gov or aws-cn.</param>
/// <param name="AccountId">Twelve digits.</param>
public sealed record AwsEnvironment(string Region, Output<string> Partition, Output<string> AccountId)
{
    /// <summary>Asks the provider, so that GovCloud and China work without a setting.</summary>
    public static AwsEnvironment Current(string region) => new(
        region,
        GetPartition.Invoke().Apply(partition => partition.Partition),
        GetCallerIdentity.Invoke().Apply(identity => identity.AccountId));

    /// <summary>The ARN of a resource in this account and region.</summary>
    public Output<string> Arn(string service, Input<string> resource) =>
        Output.Format($"arn:{Partition}:{service}:{Region}:{AccountId}:{resource}");

    /// <summary>
    /// What kms:ViaService holds when a service of this region uses a key for somebody (KMS developer guide,
    /// "kms:ViaService").
    /// </summary>
    public string ViaService(string service) => Region.StartsWith("cn-", StringComparison.Ordinal)
        ? $"{service}.{Region}.amazonaws.com.cn"
        : $"{service}.{Region}.amazonaws.com";
}
