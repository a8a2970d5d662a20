namespace ExchangeOnAws.Values;

/// <summary>
/// What the partitions of AWS call differently: the only place that writes the name of a service in a policy
/// or of an endpoint.
/// </summary>
/// <remarks>
/// Service principals: terraform-provider-aws, servicePrincipalNameForPartition, and aws-cdk, region-info
/// (2026): SERVICE.amazonaws.com everywhere; in China CodeDeploy, EMR and CloudWatch Logs have the suffix of
/// the partition. CloudWatch Logs alone is called by its region too (CloudWatch Logs user guide, "Encrypt log
/// data", 2026). DNS suffixes: botocore, partitions.json (2026). The names of our VPC endpoint services are
/// the same everywhere: none is among aws-cdk's exceptions for China (aws-ec2, vpc-endpoint.ts, 2026).
/// </remarks>
public sealed record AwsPartition
{
    private const string UniversalSuffix = "amazonaws.com";

    // Partitions that exist and that this program does not know the names of (botocore, partitions.json).
    private static readonly string[] s_unknown = ["eu-isoe-", "eusc-", "us-iso-", "us-isob-", "us-isof-"];

    // The services that policies of this program name. A new one belongs here once its name in each
    // partition is known.
    private static readonly string[] s_services =
        ["autoscaling", "backup", "cloudwatch", "ec2", "events", "logs", "ssm", "vpc-flow-logs"];

    private AwsPartition(string name, string regionPrefix, string dnsSuffix)
    {
        Name = name;
        RegionPrefix = regionPrefix;
        DnsSuffix = dnsSuffix;
    }

    /// <summary>The partitions that the program deploys to; the last has all other regions.</summary>
    public static IReadOnlyList<AwsPartition> All { get; } =
    [
        new("aws-us-gov", "us-gov-", UniversalSuffix)
        {
            AccessLogAccounts = new()
            {
                ["us-gov-east-1"] = "190560391635",
                ["us-gov-west-1"] = "048591011584",
            },
        },
        new("aws-cn", "cn-", "amazonaws.com.cn")
        {
            AccessLogAccounts = new()
            {
                ["cn-north-1"] = "638102146993",
                ["cn-northwest-1"] = "037604701340",
            },
            KeepsAssociationTags = false,
        },
        new("aws", "", UniversalSuffix),
    ];

    /// <summary>The second part of every ARN.</summary>
    public string Name { get; }

    /// <summary>What names of endpoints end in.</summary>
    public string DnsSuffix { get; }

    /// <summary>
    /// Systems Manager keeps the tags of an association. In China the provider finds none again and applies
    /// them at every run (terraform-provider-aws, issue 41758).
    /// </summary>
    public bool KeepsAssociationTags { get; private init; } = true;

    private string RegionPrefix { get; }

    // The accounts from which Elastic Load Balancing writes access logs where no service principal is
    // documented for it (aws-cdk, region-info, ELBV2_ACCOUNTS, 2026, from the user guide's table of regions).
    private Dictionary<string, string> AccessLogAccounts { get; init; } = [];

    public static AwsPartition Of(string region) =>
        All.First(partition => region.StartsWith(partition.RegionPrefix, StringComparison.Ordinal));

    /// <summary>The region is in none of the partitions that the program has names for.</summary>
    public static bool IsUnknown(string region) =>
        s_unknown.Any(prefix => region.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>How a policy names a service, for example ec2.</summary>
    public string ServicePrincipal(string service, string region) => service switch
    {
        "logs" => Endpoint("logs", region),
        _ when s_services.Contains(service) => $"{service}.{UniversalSuffix}",
        _ => throw new ArgumentOutOfRangeException(
            nameof(service), service, "Add this service, with its name in every partition."),
    };

    /// <summary>
    /// A service's endpoint in a region, which is what kms:ViaService says too (KMS developer guide, "AWS KMS
    /// condition keys", 2026).
    /// </summary>
    public string Endpoint(string service, string region) => $"{service}.{region}.{DnsSuffix}";

    /// <summary>
    /// Who writes the access logs of an application load balancer: the kind of principal and its name.
    /// </summary>
    public (string Kind, string Name) AccessLogWriter(string region) =>
        AccessLogAccounts.TryGetValue(region, out var account)
            ? ("AWS", $"arn:{Name}:iam::{account}:root")
            : ("Service", $"logdelivery.elasticloadbalancing.{UniversalSuffix}");
}
