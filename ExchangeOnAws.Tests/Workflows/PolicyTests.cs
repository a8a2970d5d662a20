using System.IO.Enumeration;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Workflows;

/// <summary>Who may assume the roles of docs/ci, and on which conditions they act.</summary>
public sealed partial class PolicyTests
{
    [Test]
    public void Preview_can_only_read()
    {
        string[] readers = ["Describe", "Get", "List"];
        var actions = PolicyFile.Named("read").Statements
            .SelectMany(statement => PolicyFile.TextsOf(statement["Action"])).ToArray();

        Assert.That(actions, Is.Not.Empty);
        Assert.That(actions.Where(action => !readers.Any(reader =>
            action.Split(':')[1].StartsWith(reader, StringComparison.Ordinal))), Is.Empty);
        Assert.That(PolicyFile.Named("read").Allowing("secretsmanager:GetSecretValue"), Is.Empty,
            "Every branch of the repository could read the domain's passwords.");
    }

    [TestCase("ec2:TerminateInstances")]
    [TestCase("ec2:DeleteVolume")]
    [TestCase("ec2:DeleteVpc")]
    [TestCase("iam:PutRolePolicy")]
    [TestCase("kms:ScheduleKeyDeletion")]
    [TestCase("secretsmanager:GetSecretValue")]
    [TestCase("elasticloadbalancing:DeleteLoadBalancer")]
    [TestCase("backup:DeleteBackupVault")]
    public void Deployment_destroys_only_what_carries_its_tags(string action)
    {
        var statements = PolicyFile.Deploy
            .SelectMany(name => PolicyFile.Named(name).Allowing(action)).ToArray();

        Assert.That(statements, Is.Not.Empty);
        Assert.That(
            statements.Select(each => $"{each["Condition"]?["StringEquals"]?["aws:ResourceTag/Stack"]}"),
            Is.All.EqualTo("STACK"));
    }

    [Test]
    public void Roles_are_handed_to_named_services_only()
    {
        var statement = PolicyFile.Deploy
            .SelectMany(name => PolicyFile.Named(name).Allowing("iam:PassRole")).Single();

        Assert.That(
            PolicyFile.TextsOf(statement["Condition"]!["StringEquals"]!["iam:PassedToService"]),
            Is.All.EndsWith(".amazonaws.com"));
        Assert.That(PolicyFile.TextsOf(statement["Resource"]), Is.All.Contains(":role/*-role-*"));
    }

    [TestCase("aws:s3/bucket:Bucket", "arn:aws:s3:::{0}", "s3:CreateBucket")]
    [TestCase("aws:iam/role:Role", "arn:aws:iam::ACCOUNT_ID:role/{0}", "iam:CreateRole")]
    [TestCase("aws:iam/role:Role", "arn:aws:iam::ACCOUNT_ID:role/{0}", "iam:PassRole")]
    [TestCase("aws:sns/topic:Topic", "arn:aws:sns:REGION:ACCOUNT_ID:{0}", "sns:CreateTopic")]
    [TestCase("aws:autoscaling/group:Group", "arn:aws:autoscaling:REGION:ACCOUNT_ID:autoScalingGroup:1"
        + ":autoScalingGroupName/{0}", "autoscaling:UpdateAutoScalingGroup")]
    public void Names_that_pulumi_makes_are_covered(string type, string arn, string action)
    {
        var arns = PolicyFile.Resources("prod").Where(resource => $"{resource["type"]}" == type)
            // Pulumi's names are the resource's and seven random digits.
            .Select(resource => arn.Replace("{0}", $"{resource["name"]}-0a1b2c3", StringComparison.Ordinal))
            .ToArray();
        var covered = PolicyFile.Deploy.SelectMany(name => PolicyFile.Named(name).Allowing(action))
            .SelectMany(statement => PolicyFile.TextsOf(statement["Resource"])).ToArray();

        Assert.That(arns, Is.Not.Empty);
        Assert.That(arns.Where(each => !covered.Any(pattern =>
            FileSystemName.MatchesSimpleExpression(pattern, each))), Is.Empty);
    }

    [Test]
    public void Policies_fit_and_have_only_the_placeholders_that_the_readme_replaces()
    {
        var readme = File.ReadAllText(Path.Combine(PolicyFile.Folder, "README.md"));
        Assert.That(PolicyFile.All, Has.Count.GreaterThanOrEqualTo(10));

        foreach (var policy in PolicyFile.All)
        {
            using (Assert.EnterMultipleScope())
            {
                // IAM counts without white space; a managed policy may have 6144 (IAM quotas, 2026).
                Assert.That(
                    policy.Text.Count(letter => !char.IsWhiteSpace(letter)), Is.LessThan(6144), policy.Name);
                Assert.That(policy.Statements.Select(each => $"{each["Sid"]}"), Is.Unique, policy.Name);
                Assert.That(
                    Placeholder().Matches(policy.Text).Select(match => match.Value).Distinct()
                        .Where(word => !readme.Contains($"s|{word}|", StringComparison.Ordinal)),
                    Is.Empty, policy.Name);
            }
        }
    }

    [TestCase("preview", new[] { "repo:REPOSITORY:pull_request", "repo:REPOSITORY:ref:refs/heads/main" })]
    [TestCase("deploy", new[] { "repo:REPOSITORY:environment:STACK" })]
    public void Roles_trust_exactly_the_runs_that_need_them(string role, string[] subjects)
    {
        var equals = PolicyFile.All.Single(policy => policy.Name == role && policy.Text.Contains("Federated"))
            .Statements.Single()["Condition"]!["StringEquals"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                $"{equals["token.actions.githubusercontent.com:aud"]}", Is.EqualTo("sts.amazonaws.com"));
            Assert.That(
                PolicyFile.TextsOf(equals["token.actions.githubusercontent.com:sub"]), Is.EqualTo(subjects));
        }
    }

    [GeneratedRegex(@"\b(?:[A-Z]{2,}_)*[A-Z]{5,}(?:_[A-Z]+)*\b")]
    private static partial Regex Placeholder();
}
