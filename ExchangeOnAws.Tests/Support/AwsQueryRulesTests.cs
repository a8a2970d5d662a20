using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Pulumi.Testing;

namespace ExchangeOnAws.Tests.Support;

public sealed partial class AwsQueryRulesTests
{
    [Test]
    public void There_is_a_rule_for_every_function_that_the_program_calls()
    {
        var called = Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "ExchangeOnAws"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => FunctionCall().Matches(File.ReadAllText(file)))
            .Select(call => call.Groups[1].Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        var known = AwsQueryRules.Tokens.Select(token => token.Split(':')[^1]).Distinct();
        Assert.That(called, Is.EquivalentTo(known).IgnoreCase);
    }

    [TestCase("tag:Name,PingStatus", "a", "Cannot mix tag")]
    [TestCase("State", "Online", "InvalidFilterKey")]
    [TestCase("PingStatus", "Up", "InvalidFilterValue")]
    [TestCase("InstanceIds", "i-1", "malformed")]
    public void Systems_Manager_refuses(string filters, string value, string refusal) => Assert.That(
        () => AwsQueryRules.Check(new MockCallArgs
        {
            Token = "aws:ssm/getInstances:getInstances",
            Args = ImmutableDictionary<string, object>.Empty.Add("filters", filters.Split(',')
                .Select(name => (object)ImmutableDictionary<string, object>.Empty
                    .Add("name", name)
                    .Add("values", ImmutableArray.Create<object>(value)))
                .ToImmutableArray()),
        }),
        Throws.InvalidOperationException.With.Message.Contains(refusal));

    [GeneratedRegex(@"\b(Get[A-Z]\w+)\s*\.Invoke(?:Async)?\(")]
    private static partial Regex FunctionCall();
}
