using Pulumi;
using S3 = Pulumi.Aws.S3;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="Storage"/> needs.</summary>
public sealed class StorageArgs : ResourceArgs
{
    public required Input<string> EncryptionKeyArn { get; init; }

    /// <summary>Days for which the logs of steps are kept.</summary>
    public required int LogRetentionDays { get; init; }

    public required ResourceTags Tags { get; init; }

    public required bool DeletionProtection { get; init; }
}

/// <summary>
/// The bucket for installation media and the logs of steps: encrypted, versioned, closed to the public.
/// </summary>
public sealed class Storage : ComponentResource
{
    /// <summary>Where the logs of steps lie.</summary>
    public const string LogPrefix = "logs";

    /// <summary>Where installation media lies.</summary>
    public const string MediaPrefix = "media";

    // An upload that nobody finished costs as much as one that somebody did.
    private const int AbandonedUploadDays = 7;

    private readonly bool _isRetained;

    public Storage(string name, StorageArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:Storage", name, args, options)
    {
        _isRetained = args.DeletionProtection;
        var bucket = CreateBucket(name, args);
        KeepVersions(name, bucket);
        Encrypt(name, bucket, args.EncryptionKeyArn);
        var closed = ClosedBucket.ClosePublicAccess(name, bucket, Configuration(bucket));
        OwnObjects(name, bucket);
        ExpireLogs(name, bucket, args.LogRetentionDays);
        RequireTls(name, bucket, closed);
        BucketName = bucket.Id;
        BucketArn = bucket.Arn;
        RegisterOutputs();
    }

    [Output]
    public Output<string> BucketName { get; private set; }

    [Output]
    public Output<string> BucketArn { get; private set; }

    /// <summary>The address of a file among the installation media.</summary>
    public Output<string> MediaAddress(string fileName) =>
        Output.Format($"s3://{BucketName}/{MediaPrefix}/{fileName}");

    private CustomResourceOptions Configuration(S3.Bucket bucket) =>
        ClosedBucket.Configuration(bucket, this, _isRetained);

    private S3.Bucket CreateBucket(string name, StorageArgs args) => new($"{name}-bucket", new S3.BucketArgs
    {
        // Where nothing is protected, destroying the stack takes the logs with it.
        ForceDestroy = !args.DeletionProtection,
        Tags = args.Tags.Named("storage"),
    }, new CustomResourceOptions
    {
        Parent = this,
        Protect = args.DeletionProtection,
        RetainOnDelete = args.DeletionProtection,
    });

    private void KeepVersions(string name, S3.Bucket bucket) =>
        _ = new S3.BucketVersioning($"{name}-versioning", new S3.BucketVersioningArgs
        {
            Bucket = bucket.Id,
            VersioningConfiguration =
                new S3.Inputs.BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
        }, Configuration(bucket));

    private void Encrypt(string name, S3.Bucket bucket, Input<string> keyArn) =>
        _ = new S3.BucketServerSideEncryptionConfiguration(
            $"{name}-encryption", new S3.BucketServerSideEncryptionConfigurationArgs
            {
                Bucket = bucket.Id,
                Rules = new S3.Inputs.BucketServerSideEncryptionConfigurationRuleArgs
                {
                    BucketKeyEnabled = true,
                    ApplyServerSideEncryptionByDefault =
                        new S3.Inputs
                            .BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                        {
                            SseAlgorithm = "aws:kms",
                            KmsMasterKeyId = keyArn,
                        },
                },
            }, Configuration(bucket));

    private void OwnObjects(string name, S3.Bucket bucket) =>
        _ = new S3.BucketOwnershipControls($"{name}-ownership", new S3.BucketOwnershipControlsArgs
        {
            Bucket = bucket.Id,
            Rule = new S3.Inputs.BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
        }, Configuration(bucket));

    private void ExpireLogs(string name, S3.Bucket bucket, int days) =>
        _ = new S3.BucketLifecycleConfiguration($"{name}-lifecycle", new S3.BucketLifecycleConfigurationArgs
        {
            Bucket = bucket.Id,
            Rules =
            {
                new S3.Inputs.BucketLifecycleConfigurationRuleArgs
                {
                    Id = "expire-logs",
                    Status = "Enabled",
                    Filter =
                        new S3.Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = $"{LogPrefix}/" },
                    Expiration = new S3.Inputs.BucketLifecycleConfigurationRuleExpirationArgs { Days = days },
                    NoncurrentVersionExpiration =
                        new S3.Inputs.BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs
                        {
                            NoncurrentDays = days,
                        },
                },
                new S3.Inputs.BucketLifecycleConfigurationRuleArgs
                {
                    Id = "abort-abandoned-uploads",
                    Status = "Enabled",
                    Filter = new S3.Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                    AbortIncompleteMultipartUpload =
                        new S3.Inputs.BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
                        {
                            DaysAfterInitiation = AbandonedUploadDays,
                        },
                },
            },
        }, Configuration(bucket));

    private void RequireTls(string name, S3.Bucket bucket, Resource publicAccess) =>
        _ = new S3.BucketPolicy($"{name}-policy", new S3.BucketPolicyArgs
        {
            Bucket = bucket.Id,
            Policy = Policy.Document(ClosedBucket.TlsOnly(bucket)),
        }, CustomResourceOptions.Merge(Configuration(bucket), new() { DependsOn = { publicAccess } }));
}
