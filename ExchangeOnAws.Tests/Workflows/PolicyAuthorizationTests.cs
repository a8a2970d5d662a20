using System.Text.Json.Nodes;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Workflows;

/// <summary>The policies of docs/ci, as the service authorization reference reads them.</summary>
public sealed class PolicyAuthorizationTests
{
    // What an action needs only for something that this program does not do.
    private static readonly Dictionary<string, string[]> s_notNeeded = new()
    {
        // Flow logs of containers; ours are of a VPC.
        ["ec2:CreateFlowLogs"] =
        [
            "ecs:ListClusters", "ecs:ListContainerInstances", "ecs:ListServices", "ecs:ListTaskDefinitions",
            "ecs:ListTasks",
        ],

        // An image that EC2 finds by a parameter; the program reads the parameter itself.
        ["ec2:CreateLaunchTemplate"] = ["ssm:GetParameters"],
        ["ec2:CreateLaunchTemplateVersion"] = ["ssm:GetParameters"],
        ["ec2:DescribeLaunchTemplateVersions"] = ["ssm:GetParameters"],
        ["ec2:RunInstances"] = ["ssm:GetParameters"],

        // Groups of a CloudFormation stack; ours are found by tags.
        ["resource-groups:CreateGroup"] = ["cloudformation:DescribeStacks"],
        ["resource-groups:UpdateGroupQuery"] = ["cloudformation:DescribeStacks"],
    };

    private static IReadOnlyList<string> DeployRole => ["read", "state-write", .. PolicyFile.Deploy];

    private static readonly string[] s_previewRole = ["read", "state-read"];

    [Test]
    public void Every_statement_allows_what_it_says()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ServiceAuthorization.Findings(RulesOf(DeployRole)), Is.Empty);
            Assert.That(ServiceAuthorization.Findings(RulesOf(s_previewRole)), Is.Empty);
        }
    }

    [Test]
    public void Deployment_may_do_what_its_actions_need()
    {
        var rows = RulesOf(DeployRole).SelectMany(rule => rule.Actions)
            .SelectMany(ServiceAuthorization.Matching).Distinct().ToArray();

        Assert.That(rows.SelectMany(row => row.Dependent), Is.Not.Empty);
        Assert.That(
            rows.SelectMany(row => row.Dependent
                    .Except(s_notNeeded.GetValueOrDefault(row.Action, []))
                    .Where(needed => !IsAllowed(needed))
                    .Select(needed => $"{row.Action} needs {needed}")),
            Is.Empty);
    }

    /// <summary>An exception that the reference no longer asks for would hide the next one.</summary>
    [Test]
    public void Exception_is_one_that_the_reference_asks_for() => Assert.That(
        s_notNeeded.SelectMany(each => each.Value
            .Except(ServiceAuthorization.Rows[each.Key].Dependent)
            .Select(needed => $"{each.Key} needs no {needed}")),
        Is.Empty);

    [Test]
    public void Roles_are_handed_to_the_services_that_they_trust()
    {
        var handed = PolicyFile.Deploy
            .SelectMany(name => PolicyFile.Named(name).Allowing("iam:PassRole")).Single()
            ["Condition"]!["StringEquals"]!["iam:PassedToService"];
        var trusted = new[] { "dev", "prod", "existing" }.SelectMany(PolicyFile.Resources)
            .Select(resource => resource["inputs"]!["assumeRolePolicy"])
            .OfType<JsonValue>()
            .SelectMany(policy => JsonNode.Parse($"{policy}")!["Statement"]!.AsArray())
            .Select(statement => $"{statement!["Principal"]!["Service"]}")
            .Distinct();

        Assert.That(PolicyFile.TextsOf(handed), Is.EquivalentTo(trusted));
    }

    private static bool IsAllowed(string action) =>
        DeployRole.Any(name => PolicyFile.Named(name).Allowing(action).Any());

    private static IReadOnlyList<PolicyRule> RulesOf(IEnumerable<string> policies) =>
        [.. policies.SelectMany(name => PolicyRule.Of(PolicyFile.Named(name).Text, Filled))];

    private static string Filled(string resource) =>
        resource == "STATE_KEY_ARN" ? "arn:aws:kms:REGION:ACCOUNT_ID:key/1" : resource;
}
