using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace ExchangeOnAws.Tests.Support;

/// <summary>A kind of resource that an action takes.</summary>
/// <param name="Name">For example vpc.</param>
/// <param name="IsRequired">Every request names one.</param>
/// <param name="Arn">With an asterisk for what differs.</param>
/// <param name="Keys">Condition keys that a request has because of it.</param>
internal sealed record ActionResource(string Name, bool IsRequired, string Arn, IReadOnlyList<string> Keys);

/// <summary>What the service authorization reference says of an action.</summary>
internal sealed record ActionRow(
    string Action, IReadOnlyList<ActionResource> Resources, IReadOnlyList<string> Keys,
    IReadOnlyList<string> Dependent);

/// <summary>
/// AWS's own word on actions: what they take, which condition keys they know, what else they need. The table
/// names its source and holds what the policies of this repository name.
/// </summary>
internal static class ServiceAuthorization
{
    private static readonly JsonObject s_table = JsonNode.Parse(File.ReadAllText(Path.Combine(
        Repository.Root, "ExchangeOnAws.Tests", "Support", "Authorization",
        "service-authorization.json")))!.AsObject();

    /// <summary>The rows by action.</summary>
    public static IReadOnlyDictionary<string, ActionRow> Rows { get; } = s_table["actions"]!.AsObject()
        .ToDictionary(row => row.Key, row => new ActionRow(
            row.Key,
            [.. (row.Value!["resources"]?.AsObject() ?? []).Select(taken => Taken(row.Key, taken))],
            Texts(row.Value["keys"]),
            Texts(row.Value["dependent"])));

    /// <summary>The actions that a pattern of a policy stands for.</summary>
    public static IEnumerable<ActionRow> Matching(string pattern) => Rows
        .Where(row => FileSystemName.MatchesSimpleExpression(pattern, row.Key))
        .Select(row => row.Value);

    /// <summary>What of a policy, or of the policies of one role, allows nothing.</summary>
    public static IEnumerable<string> Findings(IReadOnlyList<PolicyRule> rules) =>
        rules.SelectMany(Findings).Concat(Uncovered(rules)).Distinct();

    private static IEnumerable<string> Findings(PolicyRule rule)
    {
        var rows = rule.Actions.SelectMany(Matching).ToArray();
        foreach (var pattern in rule.Actions.Where(pattern => !Matching(pattern).Any()))
        {
            yield return $"{rule.Sid}: {pattern} is not in service-authorization.json. Look it up in the "
                + "service authorization reference and add its row.";
        }

        foreach (var row in rows.Where(row => row.Resources.Count == 0 && !rule.Resources.Contains("*")))
        {
            yield return $"{rule.Sid}: {row.Action} takes no resource, so it is allowed on * or not at all.";
        }

        foreach (var row in rows.Where(row => row.Resources.Count > 0 && !Reached(rule, row).Any()))
        {
            yield return $"{rule.Sid}: {row.Action} takes none of {string.Join(", ", rule.Resources)}.";
        }

        foreach (var resource in rule.Resources.Where(resource => resource != "*" && !rows.Any(row =>
            row.Resources.Any(taken => Wildcards.ArnsMeet(taken.Arn, resource)))))
        {
            yield return $"{rule.Sid}: no action takes {resource}.";
        }

        foreach (var (row, condition) in rows.SelectMany(row => rule.Conditions
            .Where(condition => !IsKnown(row, Reached(rule, row), condition))
            .Select(condition => (row, condition))))
        {
            yield return $"{rule.Sid}: no request for {row.Action} has {condition.Key}.";
        }
    }

    // A request names one of each required kind, and every one of them has to be allowed.
    private static IEnumerable<string> Uncovered(IReadOnlyList<PolicyRule> rules) =>
        from row in rules.SelectMany(rule => rule.Actions).SelectMany(Matching).Distinct()
        from taken in row.Resources
        where taken.IsRequired && !rules.Any(rule => Covers(rule, row, taken))
        select $"{row.Action} takes a {taken.Name}, which no statement allows.";

    private static bool Covers(PolicyRule rule, ActionRow row, ActionResource taken) =>
        rule.Actions.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, row.Action))
        && Reached(rule, row).Contains(taken)
        && rule.Conditions.All(condition => IsKnown(row, [taken], condition));

    private static IEnumerable<ActionResource> Reached(PolicyRule rule, ActionRow row) =>
        row.Resources.Where(taken => rule.Resources.Any(resource => Wildcards.ArnsMeet(taken.Arn, resource)));

    private static bool IsKnown(
        ActionRow row, IEnumerable<ActionResource> reached, PolicyCondition condition) =>
        !condition.IsOfService || condition.HoldsWithoutKey
        || row.Keys.Concat(reached.SelectMany(taken => taken.Keys)).Contains(condition.Listed);

    private static ActionResource Taken(string action, KeyValuePair<string, JsonNode?> taken)
    {
        var name = taken.Key.TrimEnd('*');
        return new(name, name != taken.Key,
            $"{s_table["resources"]![$"{action.Split(':')[0]}:{name}"]}", Texts(taken.Value));
    }

    private static string[] Texts(JsonNode? node) => [.. (node?.AsArray() ?? []).Select(item => $"{item}")];
}
