using System.Text.Json;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

/// <summary>
/// Whether an event reaches the topic, by what AWS documents and no more: EventBridge publishes with the
/// target's role; without one as a service, which meets no condition in a topic's or in a key's policy ("You
/// can't use Condition blocks in Amazon SNS topic policies for EventBridge", EventBridge user guide, 2026).
/// </summary>
public sealed class When_an_event_meets_a_rule
{
    private const string EventBridge = "events.amazonaws.com";
    private const string Rule = "aws:cloudwatch/eventRule:EventRule";
    private const string Role = "aws:iam/role:Role";

    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployed = await DeployedStack.Of(Plans.ThreeZones);

    [Test]
    public void Should_reach_the_topic_from_every_rule()
    {
        var rules = _deployed.All(Rule);
        Assert.That(rules, Has.Count.EqualTo(4));
        foreach (var rule in rules)
        {
            var target = _deployed.All("aws:cloudwatch/eventTarget:EventTarget")
                .Single(each => each.Text("rule") == $"{rule.Name}-name");
            var topic = _deployed.All("aws:sns/topic:Topic")
                .Single(each => target.Text("arn") == $"{each.Name}-arn");

            Assert.That(Failure(rule, target, topic), Is.Null, rule.Name);
        }
    }

    [Test]
    public void Should_let_no_other_rule_and_no_other_account_take_on_the_role()
    {
        var trust = Statements(_deployed.Named(Role, "failures-role"), "assumeRolePolicy");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(trust.Select(ServiceOf), Is.All.EqualTo(EventBridge));
            Assert.That(
                trust.Select(statement => Condition(statement, "ArnEquals", "aws:SourceArn")),
                Is.EquivalentTo(_deployed.All(Rule).Select(rule => $"{rule.Name}-arn")));
            Assert.That(
                trust.Select(statement => Condition(statement, "StringEquals", "aws:SourceAccount")),
                Is.All.EqualTo(RecordingMocks.AccountId));
        }
    }

    // EventBridge takes the role's rights when the target is made.
    [Test]
    public void Should_have_the_right_before_the_target() => Assert.That(
        _deployed.All("aws:cloudwatch/eventTarget:EventTarget").Select(target => target.Dependencies),
        Is.All.EqualTo(new[] { "failures-policy" }));

    // A condition that the service never meets is a right that nobody has.
    [Test]
    public void Should_leave_no_statement_of_a_policy_that_eventbridge_never_meets() => Assert.That(
        _deployed.Resources.Where(resource => resource.Inputs.ContainsKey("policy"))
            .SelectMany(resource => Statements(resource))
            .Where(statement => ServiceOf(statement) == EventBridge
                && statement.TryGetProperty("Condition", out _)),
        Is.Empty);

    private string? Failure(DeployedResource rule, DeployedResource target, DeployedResource topic)
    {
        if (!target.Inputs.ContainsKey("roleArn"))
        {
            return MayAsService(topic, "sns:Publish") ? null : "EventBridge may not publish as a service.";
        }

        var role = _deployed.All(Role).Single(each => target.Text("roleArn") == $"{each.Name}-arn");
        if (!Statements(role, "assumeRolePolicy").Any(statement => IsMetBy(statement, rule)))
        {
            return "The role does not trust the rule.";
        }

        var rights = _deployed.All("aws:iam/rolePolicy:RolePolicy")
            .Where(policy => policy.Text("role") == $"{role.Name}-id")
            .SelectMany(policy => Statements(policy))
            .SelectMany(statement => Texts(statement, "Action").SelectMany(action =>
                Texts(statement, "Resource").Select(resource => (action, resource))))
            .ToArray();
        return new[]
            {
                ("sns:Publish", target.Text("arn")), ("kms:Decrypt", topic.Text("kmsMasterKeyId")),
                ("kms:GenerateDataKey", topic.Text("kmsMasterKeyId")),
            }
            .Where(needed => !rights.Contains(needed))
            .Select(needed => $"The role lacks {needed}.").FirstOrDefault();
    }

    private bool MayAsService(DeployedResource topic, string action) =>
        _deployed.All("aws:sns/topicPolicy:TopicPolicy")
            .Where(policy => policy.Text("arn") == $"{topic.Name}-arn")
            .SelectMany(policy => Statements(policy))
            .Any(statement => ServiceOf(statement) == EventBridge
                && Texts(statement, "Action").Contains(action)
                && !statement.TryGetProperty("Condition", out _));

    private static bool IsMetBy(JsonElement statement, DeployedResource rule) =>
        ServiceOf(statement) == EventBridge
        && Condition(statement, "ArnEquals", "aws:SourceArn") == $"{rule.Name}-arn"
        && Condition(statement, "StringEquals", "aws:SourceAccount") == RecordingMocks.AccountId;

    private static string? Condition(JsonElement statement, string test, string key) =>
        statement.TryGetProperty("Condition", out var condition)
        && condition.TryGetProperty(test, out var keys) && keys.TryGetProperty(key, out var value)
            ? value.GetString()
            : null;

    private static string? ServiceOf(JsonElement statement) =>
        statement.TryGetProperty("Principal", out var principal)
        && principal.TryGetProperty("Service", out var service)
            ? service.GetString()
            : null;

    private static IEnumerable<string> Texts(JsonElement statement, string member) =>
        statement.GetProperty(member).EnumerateArray().Select(each => each.GetString()!);

    private static JsonElement[] Statements(DeployedResource resource, string input = "policy") =>
        [.. JsonDocument.Parse(resource.Text(input)).RootElement.GetProperty("Statement").EnumerateArray()];
}
