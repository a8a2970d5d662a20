using System.IO.Enumeration;
using System.Text.Json.Nodes;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Workflows;

/// <summary>
/// The roles of docs/ci may do what the resources in use take, by docs/ci/actions.json, and nothing else.
/// </summary>
public sealed class PolicyCoverageTests
{
    private static readonly JsonObject s_actions = JsonNode
        .Parse(File.ReadAllText(Path.Combine(PolicyFile.Folder, "actions.json")))!.AsObject();

    [Test]
    public void Resource_in_use_says_which_actions_it_takes()
    {
        var bindings = JsonNode
            .Parse(File.ReadAllText(Path.Combine(Repository.Root, "sdks", "generator", "bindings.json")))!
            .AsArray().SelectMany(package => package!["bindings"]!.AsArray().Select(binding =>
                TokenOf($"{package["project"]}", $"{binding}")))
            .OfType<string>().ToArray();

        Assert.That(bindings, Is.Not.Empty);
        Assert.That(bindings.Where(token => !s_actions.ContainsKey(token)), Is.Empty,
            "Say in docs/ci/actions.json which actions it takes, and allow them in docs/ci/policies.");
    }

    [TestCase("dev")]
    [TestCase("prod")]
    public void Planned_resource_says_which_actions_it_takes(string stack)
    {
        var types = PolicyFile.Resources(stack).Select(resource => $"{resource["type"]}").Distinct()
            .Where(type => !type.StartsWith("exchange:", StringComparison.Ordinal)).ToArray();

        Assert.That(types, Is.Not.Empty);
        Assert.That(types.Where(type => !s_actions.ContainsKey(type)), Is.Empty);
    }

    [Test]
    public void Preview_may_read_and_deployment_may_read_and_write()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Lacking("read", ["read"]), Is.Empty);
            Assert.That(Lacking("write", PolicyFile.Deploy), Is.Empty);
        }
    }

    [Test]
    public void Nothing_is_allowed_that_no_resource_takes()
    {
        var needed = EveryAction.ToHashSet();
        var allowed = new[] { "read" }.Concat(PolicyFile.Deploy)
            .SelectMany(name => PolicyFile.Named(name).Statements)
            .SelectMany(statement => PolicyFile.TextsOf(statement["Action"]));

        Assert.That(allowed.Where(pattern => !needed.Any(action =>
            FileSystemName.MatchesSimpleExpression(pattern, action))), Is.Empty);
    }

    [Test]
    public void The_boundary_covers_what_the_roles_do() => Assert.That(
        EveryAction.Where(action => !PolicyFile.Named("boundary").Allowing(action).Any()), Is.Empty);

    private static IEnumerable<string> EveryAction => s_actions
        .SelectMany(row => ActionsOf(row.Value, "read").Concat(ActionsOf(row.Value, "write")));

    private static IEnumerable<string> Lacking(string kind, IReadOnlyList<string> policies) => s_actions
        .SelectMany(row => ActionsOf(row.Value, kind).Select(action => (Type: row.Key, Action: action)))
        .Where(each => !policies.Any(name => PolicyFile.Named(name).Allowing(each.Action).Any()))
        .Select(each => $"{each.Action} of {each.Type}");

    private static IEnumerable<string> ActionsOf(JsonNode? row, string kind) =>
        row![kind]!.AsArray().Select(action => $"{action}");

    // "ec2.Vpc" of Pulumi.Aws is aws:ec2/vpc:Vpc in a plan; a provider is no resource of AWS.
    private static string? TokenOf(string project, string binding)
    {
        var parts = binding.Split('.');
        var (module, name) = parts.Length == 2 ? (parts[0], parts[1]) : ("index", parts[0]);
        var camel = char.ToLowerInvariant(name[0]) + name[1..];
        return (project, name) switch
        {
            (_, "Provider") => null,
            ("Pulumi.Aws", _) => $"aws:{module}/{camel}:{name}",
            ("Pulumi.Random", _) => $"random:{module}/{camel}:{name}",
            _ => $"aws-native:{module}:{name}",
        };
    }
}
