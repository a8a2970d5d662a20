using ExchangeOnAws.Values;
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

    private AwsPartition Names => AwsPartition.Of(Region);

    /// <summary>How a policy names a service, for example ec2.</summary>
    public string ServicePrincipal(string service) => Names.ServicePrincipal(service, Region);

    /// <summary>What kms:ViaService says of a service here.</summary>
    public string ViaService(string service) => Names.Endpoint(service, Region);

    /// <summary>Who writes the access logs of an application load balancer here.</summary>
    public Dictionary<string, Input<string>> AccessLogWriter() =>
        Names.AccessLogWriter(Region) is var (kind, name) ? new() { [kind] = name } : [];

    /// <summary>
    /// Only for load balancers of this account. Who writes as an account and not as a service names no
    /// source, and would never meet the condition.
    /// </summary>
    public Dictionary<string, Dictionary<string, Input<string>>>? AccessLogSource() =>
        Names.AccessLogWriter(Region).Kind == "Service"
            ? new()
            {
                ["ArnLike"] = new()
                {
                    ["aws:SourceArn"] = Arn("elasticloadbalancing", "loadbalancer/*"),
                },
            }
            : null;

    /// <summary>The ARN of a resource in this account and region.</summary>
    public Output<string> Arn(string service, Input<string> resource) => Of(AccountId, service, resource);

    /// <summary>The ARN of a resource in an account and this region.</summary>
    public Output<string> Of(Input<string> accountId, string service, Input<string> resource) =>
        Output.Format($"arn:{Partition}:{service}:{Region}:{accountId}:{resource}");
}
