using System.Text.Json.Nodes;

namespace ExchangeOnAws.Reporting.Diff;

/// <summary>What of a plan is compared beside its resources, in the order of a report.</summary>
internal static class PlanSections
{
    private const string Instance = "aws:ec2/instance:Instance";

    public static IReadOnlyList<DiffSection> Of(
        PlanDocument before, PlanDocument after, IReadOnlyList<ResourceChange> resources) =>
    [
        new("hosts", "Hosts", Hosts(before, after, resources)),
        new("failures", "Failures", FailureDiff.Of(before, after)),
        new("recoveries", "Recovery", Lists(before, after, "recoveries", Name, "name")),
        new("databases", "Databases", Databases(before, after)),
        new("loadBalancers", "Client access", ListDiff.Of(
            Listeners(before), Listeners(after), Name, "name")),
        new("ports", "Ports", Lists(before, after, "ports", PortName, "from", "to", "protocol", "ports")),
        new("secrets", "Secrets", Lists(before, after, "secrets", Name, "name")),
        new("steps", "Steps", StepDiff.Of(before, after, resources)),
        new("planFindings", "Findings of the plan", Lists(
            before, after, "findings", FindingName, "severity", "subject", "message")),
    ];

    private static IReadOnlyList<ItemChange> Lists(
        PlanDocument before, PlanDocument after, string list, Func<JsonObject, string> nameOf,
        params string[] ignored) =>
        ListDiff.Of(before.Objects(list), after.Objects(list), nameOf, ignored);

    // A server whose instance is replaced has the same name, address and type as before.
    private static IReadOnlyList<ItemChange> Hosts(
        PlanDocument before, PlanDocument after, IReadOnlyList<ResourceChange> resources)
    {
        var changes = Lists(before, after, "hosts", Name, "name").ToDictionary(host => host.Name);
        var hosts = before.Objects("hosts").Concat(after.Objects("hosts")).Select(Name).ToHashSet();
        foreach (var change in resources.Where(change =>
            change.Kind == ChangeKind.Replaced && change.Resource.Type == Instance))
        {
            if (hosts.FirstOrDefault(host => change.Resource.Name.EndsWith(
                $"-{host}-instance", StringComparison.OrdinalIgnoreCase)) is { } host)
            {
                changes[host] = new ItemChange(
                    ChangeKind.Replaced, host, changes.GetValueOrDefault(host)?.Properties ?? [],
                    $"another server takes its place: {string.Join(", ", change.Because)}");
            }
        }

        return ListDiff.InOrder(changes.Values);
    }

    // Steps add copies and never take one away (Set-DatabaseCopies.ps1).
    private static IReadOnlyList<ItemChange> Databases(PlanDocument before, PlanDocument after) =>
    [
        .. Lists(before, after, "databases", Name, "name").Select(database =>
            database.Properties.FirstOrDefault(property => property.Path == "copies")
                is { Old: { } old, New: { } present } && old.Split(", ").Except(present.Split(", ")).ToArray()
                is { Length: > 0 } left
                ? database with { Note = $"its copy on {string.Join(", ", left)} stays until it is removed" }
                : database),
    ];

    private static IEnumerable<JsonObject> Listeners(PlanDocument plan) =>
        from balancer in plan.Objects("loadBalancers")
        from listener in (balancer["listeners"] as JsonArray ?? []).OfType<JsonObject>()
        select new JsonObject(
        [
            .. listener.Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())),
            KeyValuePair.Create("internal", balancer["internal"]?.DeepClone()),
            KeyValuePair.Create<string, JsonNode?>(
                "name", $"{JsonText.Of(balancer["type"])} {JsonText.Of(listener["targetGroup"])}"),
        ]);

    private static string Name(JsonObject item) => JsonText.Of(item["name"]) ?? "";

    private static string PortName(JsonObject rule) =>
        $"{JsonText.Of(rule["from"])} → {JsonText.Of(rule["to"])} {JsonText.Of(rule["protocol"])} "
        + JsonText.Of(rule["ports"]);

    private static string FindingName(JsonObject finding) =>
        $"{JsonText.Of(finding["severity"])}: {JsonText.Of(finding["message"])}";
}
