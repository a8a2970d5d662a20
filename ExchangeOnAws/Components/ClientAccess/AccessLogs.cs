using Pulumi;
using S3 = Pulumi.Aws.S3;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="AccessLogs"/> needs.</summary>
public sealed class AccessLogsArgs : ResourceArgs
{
    public required AwsEnvironment Environment { get; init; }

    public required int RetentionDays { get; init; }

    public required ResourceTags Tags { get; init; }

    public required bool DeletionProtection { get; init; }
}

/// <summary>The bucket for the access logs of the application load balancer.</summary>
/// <remarks>
/// Apart from the deployment's other bucket, because Elastic Load Balancing writes only where Amazon S3
/// encrypts with its own keys ("Access logs for your Application Load Balancer", 2026).
/// </remarks>
public sealed class AccessLogs : ComponentResource
{
    private readonly bool _isRetained;

    public AccessLogs(string name, AccessLogsArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:AccessLogs", name, args, options)
    {
        _isRetained = args.DeletionProtection;
        var bucket = CreateBucket(name, args);
        var closed = ClosedBucket.ClosePublicAccess(name, bucket, Configuration(bucket));
        Expire(name, bucket, args.RetentionDays);
        var policy = AdmitLogs(name, args.Environment, bucket, closed);

        // A load balancer tests the bucket when it is created: the policy has to be there first.
        BucketName = Output.Tuple(bucket.Id, policy.Id).Apply(known => known.Item1);
        RegisterOutputs();
    }

    [Output]
    public Output<string> BucketName { get; private set; }

    private CustomResourceOptions Configuration(S3.Bucket bucket) =>
        ClosedBucket.Configuration(bucket, this, _isRetained);

    private S3.Bucket CreateBucket(string name, AccessLogsArgs args) =>
        new($"{name}-bucket", new S3.BucketArgs
        {
            ForceDestroy = !args.DeletionProtection,
            Tags = args.Tags.Named("access-logs"),
        }, new CustomResourceOptions
        {
            Parent = this,
            Protect = args.DeletionProtection,
            RetainOnDelete = args.DeletionProtection,
        });

    private void Expire(string name, S3.Bucket bucket, int days) =>
        _ = new S3.BucketLifecycleConfiguration($"{name}-lifecycle", new S3.BucketLifecycleConfigurationArgs
        {
            Bucket = bucket.Id,
            Rules =
            {
                new S3.Inputs.BucketLifecycleConfigurationRuleArgs
                {
                    Id = "expire-logs",
                    Status = "Enabled",
                    Filter = new S3.Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                    Expiration = new S3.Inputs.BucketLifecycleConfigurationRuleExpirationArgs { Days = days },
                },
            },
        }, Configuration(bucket));

    private S3.BucketPolicy AdmitLogs(
        string name, AwsEnvironment environment, S3.Bucket bucket, Resource publicAccess) =>
        new($"{name}-policy", new S3.BucketPolicyArgs
        {
            Bucket = bucket.Id,
            Policy = Policy.Document(
                new PolicyStatement
                {
                    Sid = "WriteAccessLogs",
                    Principal = environment.AccessLogWriter(),
                    Action = ["s3:PutObject"],
                    Resource = [Output.Format($"{bucket.Arn}/AWSLogs/{environment.AccountId}/*")],

                    // The service writes for whoever names the bucket; only this account's may.
                    Condition = environment.AccessLogSource(),
                },
                ClosedBucket.TlsOnly(bucket)),
        }, CustomResourceOptions.Merge(Configuration(bucket), new() { DependsOn = { publicAccess } }));
}
