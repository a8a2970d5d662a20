using System.Text.Json.Nodes;

namespace ExchangeOnAws.Reporting.Diff;

/// <summary>
/// Which failures mean something else for mail. Cases of new hosts that mail survives by itself are left
/// out, and so are cases of hosts that are gone.
/// </summary>
internal static class FailureDiff
{
    // From best to worst.
    private static readonly string[] s_outcomes = ["automatic", "manual", "dataLoss"];

    public static IReadOnlyList<ItemChange> Of(PlanDocument before, PlanDocument after) =>
    [
        .. ListDiff.Of(Cases(before), Cases(after), Lost, "lost")
            .Select(change => change with { Note = Note(change) })
            .Where(change => change.Kind == ChangeKind.Changed
                || (change.Kind == ChangeKind.Added && Rank(OutcomeOf(change).New) > 0))
            .OrderByDescending(IsWorse)
            .ThenBy(change => change.Kind)
            .ThenBy(change => change.Name, StringComparer.Ordinal),
    ];

    /// <summary>More is lost, or somebody is needed where nobody was.</summary>
    public static bool IsWorse(ItemChange change) =>
        change.Kind == ChangeKind.Changed && OutcomeOf(change) is var outcome
        && Rank(outcome.New) > Rank(outcome.Old);

    private static string? Note(ItemChange change) =>
        change.Kind != ChangeKind.Changed ? null
        : IsWorse(change) ? "WORSE"
        : OutcomeOf(change).Old is not null ? "better"
        : null;

    /// <summary>The outcome before and after; null where there is none or where it is the same.</summary>
    public static PropertyChange OutcomeOf(ItemChange change) =>
        change.Properties.FirstOrDefault(property => property.Path == "outcome")
        ?? new PropertyChange("outcome", null, null);

    // An outcome of another program version counts as the worst.
    private static int Rank(string? outcome) =>
        outcome is null ? 0
        : Array.IndexOf(s_outcomes, outcome) is var rank and >= 0 ? rank
        : s_outcomes.Length;

    private static IReadOnlyList<JsonObject> Cases(PlanDocument plan) => plan.Objects("quorum.failures");

    private static string Lost(JsonObject failure) => JsonText.Flatten(failure["lost"]) is { Count: > 0 } lost
        ? lost.Values.First()
        : JsonText.Of(failure["lost"]) ?? "";
}
