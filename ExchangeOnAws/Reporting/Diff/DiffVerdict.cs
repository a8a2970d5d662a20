using ExchangeOnAws.Findings;

namespace ExchangeOnAws.Reporting.Diff;

/// <summary>A change in one line.</summary>
internal static class DiffVerdict
{
    public static string Of(PlanDiff diff)
    {
        var errors = diff.Findings.Count(finding => finding.Severity == Severity.Error);
        if (diff.After.Errors > 0)
        {
            return "The new plan has errors; there is nothing to deploy.";
        }

        var counts = Counts(diff);
        return diff.IsEmpty ? "Nothing changes."
            : diff.Resources.Count == 0 ? "No resource changes."
            : errors > 0
                ? $"This change is refused: {errors} {(errors == 1 ? "resource" : "resources")} with data "
                    + $"would be lost. {counts}."
            : !AreHostsTheSame(diff) ? $"Existing hosts change; no data is destroyed without leave. {counts}."
            : diff.Resources.Any(Loses)
                ? $"Existing hosts stay as they are; the findings say what is given up. {counts}."
            : $"Existing hosts stay as they are, and no data or address is given up. {counts}.";
    }

    private static bool AreHostsTheSame(PlanDiff diff) =>
        diff.Sections.Single(section => section.Key == "hosts").Items
            .All(host => host.Kind == ChangeKind.Added);

    private static bool Loses(ResourceChange change) =>
        change.Kind is ChangeKind.Replaced or ChangeKind.Removed
        && ResourceTypes.Of(change.Resource.Type)?.Loss is not null;

    /// <summary>How many resources have which change, with zeros where somebody looks for them.</summary>
    public static string Counts(PlanDiff diff) =>
        $"{diff.Count(ChangeKind.Added)} added, {diff.Count(ChangeKind.Changed)} changed in place, "
        + $"{diff.Count(ChangeKind.Replaced)} replaced, {diff.Count(ChangeKind.Removed)} removed; "
        + $"{Steps(diff.Count(ChangeKind.RunsAgain))}";

    private static string Steps(int count) => count == 1 ? "1 step runs again" : $"{count} steps run again";
}
