using System.Text.Json;
using System.Text.RegularExpressions;
using ExchangeOnAws.Evaluation;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Reporting;

public sealed partial class PlanReportTests
{
    [TestCase("dev")]
    [TestCase("prod")]
    [TestCase("existing")]
    public async Task Json_is_what_was_approved(string stack)
    {
        var (_, json, _) = await CommandLineRun.Of("plan", stack, "--format", "json");

        Approved.Matches($"{stack}-resources.txt", ReviewForm.Of(json));
    }

    [TestCase("dev")]
    [TestCase("prod")]
    [TestCase("existing")]
    public async Task Text_is_the_approved_one(string stack)
    {
        var (_, text, _) = await CommandLineRun.Of("plan", stack);

        Approved.Matches($"{stack}.txt", text);
    }

    [Test]
    public async Task Json_has_the_members_that_others_depend_on()
    {
        var (_, json, _) = await CommandLineRun.Of("plan", "prod", "--format", "json");
        var plan = JsonDocument.Parse(json).RootElement;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.GetProperty("stack").GetString(), Is.EqualTo("prod"));
            Assert.That(Members(plan, "findings"), Is.SupersetOf(new[] { "severity", "subject", "message" }));
            Assert.That(
                Members(plan, "hosts"),
                Is.SupersetOf(new[] { "name", "role", "zone", "privateIp", "instanceType" }));
            Assert.That(
                plan.GetProperty("quorum").EnumerateObject().Select(member => member.Name),
                Is.SupersetOf(new[] { "members", "witness", "failures" }));
            Assert.That(Members(plan, "ports"),
                Is.SupersetOf(new[] { "from", "to", "protocol", "ports", "purpose" }));
            Assert.That(plan.GetProperty("steps").ValueKind, Is.EqualTo(JsonValueKind.Array));
            Assert.That(plan.GetProperty("criticalPathMinutes").ValueKind, Is.EqualTo(JsonValueKind.Number));
            Assert.That(
                Members(plan, "resources"),
                Is.SupersetOf(new[] { "type", "name", "parent", "inputs", "dependsOn", "options" }));
        }
    }

    /// <summary>
    /// An account id is a reference in a plan, with a colon in it: nothing may take it apart.
    /// </summary>
    [TestCase("dev")]
    [TestCase("prod")]
    [TestCase("existing")]
    public async Task Json_has_arns_whole(string stack)
    {
        var (_, json, _) = await CommandLineRun.Of("plan", stack, "--format", "json");
        var arns = Arns().Matches(json).Select(match => match.Value).Distinct().ToArray();

        Assert.That(arns, Has.Some.StartsWith("arn:aws:kms:").And.Some.Contain("${aws:accountId}"));
        Assert.That(
            arns.Where(arn => arn.Count(sign => sign == '{') != arn.Count(sign => sign == '}')), Is.Empty);
    }

    [GeneratedRegex(@"(?<![\w^])arn:[^\s""\\]+")]
    private static partial Regex Arns();

    [Test]
    public async Task Json_is_the_same_every_time()
    {
        var (_, first, _) = await CommandLineRun.Of("plan", "prod", "--format", "json");
        var (_, second, _) = await CommandLineRun.Of("plan", "prod", "--format", "json");

        Assert.That(second, Is.EqualTo(first));
    }

    [TestCase("prod", "eu-west-1a", "automatic")]
    [TestCase("prod", "eu-west-1b", "automatic")]
    [TestCase("prod", "eu-west-1c", "automatic")]
    [TestCase("dev", "eu-west-1a", "manual")]
    [TestCase("dev", "eu-west-1b", "automatic")]
    public async Task Loss_of_a_zone_has_its_outcome(string stack, string zone, string outcome)
    {
        var (_, json, _) = await CommandLineRun.Of("plan", stack, "--format", "json");
        var failures = JsonDocument.Parse(json).RootElement.GetProperty("quorum").GetProperty("failures");

        Assert.That(
            failures.EnumerateArray()
                .Single(failure => failure.GetProperty("lost").EnumerateArray().OnlyText() == zone)
                .GetProperty("outcome").GetString(),
            Is.EqualTo(outcome));
    }

    [Test]
    public async Task Evaluation_lists_what_mocks_would_see()
    {
        var plan = Repository.PlanOf("prod");
        var planned = await StackEvaluation.Run(plan);
        var deployed = await DeployedStack.Of(plan);

        Assert.That(
            planned.Select(resource =>
                (resource.Type, resource.Name, resource.Parent, Inputs: Keys(resource.Inputs))),
            Is.EquivalentTo(deployed.Resources.Select(
                resource => (resource.Type, resource.Name, resource.Parent, Inputs: Keys(resource.Inputs)))));
    }

    private static string Keys(IEnumerable<KeyValuePair<string, object>> inputs) =>
        string.Join(' ', inputs.Select(input => input.Key).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Members(JsonElement plan, string list) =>
        plan.GetProperty(list)[0].EnumerateObject().Select(member => member.Name);
}

file static class Elements
{
    /// <summary>The only text of a list, or null when it has several.</summary>
    public static string? OnlyText(this JsonElement.ArrayEnumerator list)
    {
        JsonElement[] items = [.. list];
        return items.Length == 1 ? items[0].GetString() : null;
    }
}
