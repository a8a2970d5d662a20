using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

/// <summary>The policies of a stack, as the service authorization reference reads them.</summary>
public sealed class PlannedPolicyTests
{
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";

    private static readonly DeploymentPlan[] s_plans =
    [
        Plans.TwoZones, Plans.ThreeZones, Repository.PlanOf("existing"),
        Plans.WithMailbox(mailbox => mailbox with { Media = new() { Source = "s3://company-media/SE.iso" } }),
    ];

    private (string Name, string Type, IReadOnlyList<PolicyRule> Rules)[] _policies = [];

    [OneTimeSetUp]
    public async Task Evaluate() => _policies =
        [.. (await Task.WhenAll(s_plans.Select(PlannedStack.Of))).SelectMany(stack => stack.Policies)];

    [TestCase(RolePolicy)]
    [TestCase("aws:kms/key:Key")]
    [TestCase("aws:s3/bucketPolicy:BucketPolicy")]
    [TestCase("aws:sns/topicPolicy:TopicPolicy")]
    public void Every_statement_allows_what_it_says(string type)
    {
        var policies = _policies.Where(policy => policy.Type == type).ToArray();

        Assert.That(policies.SelectMany(policy => policy.Rules), Is.Not.Empty);
        Assert.That(
            policies.SelectMany(policy => ServiceAuthorization.Findings(policy.Rules)
                .Select(finding => $"{policy.Name}: {finding}")).Distinct(),
            Is.Empty);
    }

    [TestCase("iam:PassRole", "iam:PassedToService")]
    [TestCase("kms:CreateGrant", "kms:GrantIsForAWSResource")]
    public void Right_that_lends_rights_says_to_whom(string action, string key)
    {
        var rules = _policies.SelectMany(policy => policy.Rules)
            .Where(rule => rule.Actions.Contains(action)).ToArray();

        Assert.That(rules, Is.Not.Empty);
        Assert.That(rules.Where(rule => !rule.Asks(key)).Select(rule => rule.Sid), Is.Empty);
    }

    /// <summary>Otherwise what limits one service's use of the key limits nothing.</summary>
    [TestCase("kms:Decrypt")]
    [TestCase("kms:GenerateDataKey")]
    public void Server_uses_keys_through_a_service_only(string action)
    {
        var rules = _policies
            .Where(policy => policy.Type == RolePolicy
                && policy.Name.EndsWith("-server-policy", StringComparison.Ordinal))
            .SelectMany(policy => policy.Rules)
            .Where(rule => rule.Actions.Contains(action)).ToArray();

        Assert.That(rules, Is.Not.Empty);
        Assert.That(rules.Where(rule => !rule.Asks("kms:ViaService")).Select(rule => rule.Sid), Is.Empty);
    }

    [Test]
    public void Bucket_takes_objects_of_services_from_this_account_only()
    {
        var rules = _policies.Where(policy => policy.Type == "aws:s3/bucketPolicy:BucketPolicy")
            .SelectMany(policy => policy.Rules).ToArray();

        Assert.That(rules, Is.Not.Empty);
        Assert.That(
            rules.Where(rule => !rule.Asks("aws:SourceArn") && !rule.Asks("aws:SourceAccount"))
                .Select(rule => rule.Sid),
            Is.Empty);
    }
}
