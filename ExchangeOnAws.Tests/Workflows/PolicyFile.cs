using System.Collections.Concurrent;
using System.IO.Enumeration;
using System.Text.Json.Nodes;
using ExchangeOnAws.Tests.Support;

namespace ExchangeOnAws.Tests.Workflows;

/// <summary>A policy in docs/ci, as IAM reads it.</summary>
internal sealed record PolicyFile(string Name, string Text)
{
    private static readonly ConcurrentDictionary<string, JsonNode> s_plans = [];

    public static string Folder { get; } = Path.Combine(Repository.Root, "docs", "ci");

    public static IReadOnlyList<PolicyFile> All { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Where(path => Path.GetDirectoryName(path) != Folder)
            .Order(StringComparer.Ordinal)
            .Select(path => new PolicyFile(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))),
    ];

    /// <summary>The policies that only the deploying role has.</summary>
    public static IReadOnlyList<string> Deploy { get; } =
        ["deploy-network", "deploy-servers", "deploy-identity", "deploy-services"];

    public IEnumerable<JsonObject> Statements =>
        JsonNode.Parse(Text)!["Statement"]!.AsArray().Select(statement => statement!.AsObject());

    public static PolicyFile Named(string name) => All.Single(policy => policy.Name == name);

    /// <summary>The statements that allow an action.</summary>
    public IEnumerable<JsonObject> Allowing(string action) => Statements.Where(statement =>
        $"{statement["Effect"]}" == "Allow"
        && TextsOf(statement["Action"]).Any(pattern =>
            FileSystemName.MatchesSimpleExpression(pattern, action)));

    /// <summary>What the plan of a stack creates.</summary>
    public static IEnumerable<JsonObject> Resources(string stack) =>
        s_plans.GetOrAdd(stack, PlanOf)["resources"]!.AsArray().Select(resource => resource!.AsObject());

    private static JsonNode PlanOf(string stack) => JsonNode.Parse(
        CommandLineRun.Of("plan", stack, "--format", "json").GetAwaiter().GetResult().Output)!;

    /// <summary>One text or a list of them.</summary>
    public static IEnumerable<string> TextsOf(JsonNode? node) => node is JsonArray list
        ? list.Select(item => $"{item}")
        : [$"{node}"];
}
