using System.Collections.Concurrent;
using Pulumi.Testing;

namespace ExchangeOnAws.Tests.Support;

/// <summary>What AWS refuses because it is too long, and what grows with the servers of a stack.</summary>
/// <remarks>
/// IAM user guide, "IAM and AWS STS quotas" (inline policies of a role together, trust policy); KMS developer
/// guide, "Resource quotas"; Amazon S3 user guide, "Bucket policies"; Systems Manager, PutParameter (standard
/// tier) and CreateDocument; CloudWatch, PutDashboard (2026).
/// </remarks>
internal static class ServiceLimits
{
    private const int RolePolicies = 10_240;

    private static readonly Dictionary<(string Type, string Input), int> s_most = new()
    {
        [("aws:iam/role:Role", "assumeRolePolicy")] = 2_048,
        [("aws:kms/key:Key", "policy")] = 32_768,
        [("aws:s3/bucketPolicy:BucketPolicy", "policy")] = 20_480,
        [("aws:sns/topicPolicy:TopicPolicy", "policy")] = 30_720,
        [("aws:ssm/parameter:Parameter", "insecureValue")] = 4_096,
        [("aws:ssm/document:Document", "content")] = 65_536,
        [("aws:ec2/launchTemplate:LaunchTemplate", "userData")] = 21_844,
    };

    public static void Check(MockResourceArgs args, ConcurrentDictionary<string, int> lengths)
    {
        foreach (var ((type, input), most) in s_most)
        {
            if (args.Type == type && args.Inputs.GetValueOrDefault(input) is string text
                && text.Length > most)
            {
                throw new InvalidOperationException(
                    $"{args.Name}: {input} has {text.Length} characters, AWS takes {most}.");
            }
        }

        if (args.Type == "aws:iam/rolePolicy:RolePolicy" && args.Inputs["policy"] is string policy)
        {
            var length = lengths.AddOrUpdate(
                $"policies of {args.Inputs["role"]}", policy.Length, (_, sum) => sum + policy.Length);
            if (length > RolePolicies)
            {
                throw new InvalidOperationException($"{args.Name}: the role's policies have {length} "
                    + $"characters, IAM takes {RolePolicies}.");
            }
        }
    }
}
