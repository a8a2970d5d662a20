namespace ExchangeOnAws.Reporting.Diff;

/// <summary>Which steps are new, gone, done again, or only done in another order.</summary>
internal static class StepDiff
{
    // When a step starts follows from the others; its arguments are told by the association that runs it.
    private static readonly string[] s_consequences = ["id", "start", "critical"];

    public static IReadOnlyList<ItemChange> Of(
        PlanDocument before, PlanDocument after, IReadOnlyList<ResourceChange> resources)
    {
        var steps = ListDiff
            .Of(before.Objects("steps"), after.Objects("steps"), step => JsonText.Of(step["id"]) ?? "",
                s_consequences)
            .ToDictionary(step => step.Name);
        foreach (var run in resources.Where(change => change.Kind == ChangeKind.RunsAgain))
        {
            var id = IdOf(run.Resource);
            var order = steps.GetValueOrDefault(id)?.Properties ?? [];
            PropertyChange[] causes = [.. run.Properties.Where(property => property.Forces)];
            steps[id] = new ItemChange(
                ChangeKind.RunsAgain, id,
                [
                    .. causes,
                    .. order.Where(property => !causes.Any(cause => cause.Path == property.Path)),
                ]);
        }

        var hosts = before.Objects("steps").Concat(after.Objects("steps"))
            .GroupBy(step => JsonText.Of(step["id"]) ?? "")
            .ToDictionary(step => step.Key, step => JsonText.Of(step.Last()["host"]));
        return ListDiff.InOrder(steps.Values.Select(step => step with
        {
            Kind = IsPartOfRun(step, steps, hosts) ? ChangeKind.RunsAgain : step.Kind,
            Host = hosts.GetValueOrDefault(step.Name),
        }));
    }

    // The steps of an Auto Scaling group are one run under the group's name, gateway for gateway-join.
    private static bool IsPartOfRun(
        ItemChange step, Dictionary<string, ItemChange> steps, Dictionary<string, string?> hosts) =>
        step.Kind == ChangeKind.Changed && steps.Values.Any(run =>
            run.Kind == ChangeKind.RunsAgain && !hosts.ContainsKey(run.Name)
            && step.Name.StartsWith($"{run.Name}-", StringComparison.Ordinal));

    // Associations are named after their component and their step: steps-exa1-dag.
    private static string IdOf(DocumentResource association) =>
        association.Parent is { } parent
        && association.Name.StartsWith($"{parent}-", StringComparison.Ordinal)
            ? association.Name[(parent.Length + 1)..]
            : association.Name;
}
