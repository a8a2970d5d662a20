using Pulumi;
using S3 = Pulumi.Aws.S3;

namespace ExchangeOnAws.Components;

/// <summary>
/// What closes every bucket of the deployment: to the public, and to what is not encrypted on its way.
/// </summary>
internal static class ClosedBucket
{
    /// <summary>
    /// The options of what configures a bucket. A bucket that stays when the stack is destroyed keeps its
    /// configuration: nobody else would close it, and what is in it would stay for ever.
    /// </summary>
    public static CustomResourceOptions Configuration(S3.Bucket bucket, Resource parent, bool isRetained) =>
        new() { Parent = parent, DeletedWith = isRetained ? bucket : null };

    /// <summary>No object and no policy makes anything in the bucket public.</summary>
    public static S3.BucketPublicAccessBlock ClosePublicAccess(
        string name, S3.Bucket bucket, CustomResourceOptions configuration) =>
        new($"{name}-public-access", new S3.BucketPublicAccessBlockArgs
        {
            Bucket = bucket.Id,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }, configuration);

    /// <summary>The statement that refuses requests without TLS.</summary>
    public static PolicyStatement TlsOnly(S3.Bucket bucket) => new()
    {
        Sid = "TlsOnly",
        Effect = "Deny",
        Principal = new() { ["AWS"] = "*" },
        Action = ["s3:*"],
        Resource = [bucket.Arn, Output.Format($"{bucket.Arn}/*")],
        Condition = new() { ["Bool"] = new() { ["aws:SecureTransport"] = "false" } },
    };
}
