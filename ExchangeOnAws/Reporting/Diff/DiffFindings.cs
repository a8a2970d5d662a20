using ExchangeOnAws.Findings;

namespace ExchangeOnAws.Reporting.Diff;

/// <summary>Everything about a change that is wrong or worth knowing, worst first.</summary>
internal static class DiffFindings
{
    public static IReadOnlyList<Finding> Of(
        PlanDocument before, PlanDocument after, IReadOnlyList<ResourceChange> resources,
        IReadOnlyList<DiffSection> sections) => Finding.InOrder(
        [
            .. Plans(before, after),
            .. LossFindings.Of(resources, after.AllowReplacement),
            .. resources.SelectMany(Interruptions),
            .. UnknownTypes(resources),
            .. Outcomes(sections),
        ]);

    private static IEnumerable<Finding> Plans(PlanDocument before, PlanDocument after)
    {
        if (after.Errors > 0)
        {
            yield return Finding.Error(after.Stack, $"{after.Label} has {Counted(after.Errors, "error")}, so "
                + "it has no resources to compare. Correct what its findings say first.");
        }

        if (before.Errors > 0)
        {
            yield return Finding.Warning(before.Stack, $"{before.Label} has "
                + $"{Counted(before.Errors, "error")}, so it has no resources to compare: everything counts "
                + "as added.");
        }

        if (before.Stack != after.Stack)
        {
            yield return Finding.Info(after.Stack, $"The plans are of two stacks, {before.Stack} and "
                + $"{after.Stack}: no deployment makes this change.");
        }
    }

    private static IEnumerable<Finding> Interruptions(ResourceChange change) =>
        change.Kind != ChangeKind.Changed ? []
        : from interruption in ResourceTypes.Of(change.Resource.Type)?.Interrupts
            ?? new Dictionary<string, string>()
          where change.Properties.Any(property => PropertyPath.IsWithin(property.Path, interruption.Key))
          select Finding.Warning(
              change.Resource.Name,
              $"{change.Resource.Name} ({change.Resource.ShortType}) gets another {interruption.Key}, which "
                  + $"{interruption.Value}. Deploy it when that may happen.");

    private static IEnumerable<Finding> UnknownTypes(IReadOnlyList<ResourceChange> changes) =>
        changes.Where(change =>
                change.Kind == ChangeKind.Changed && ResourceTypes.Of(change.Resource.Type) is null)
            .Select(change => Finding.Warning(
                change.Resource.Type,
                $"{change.Resource.Type} is not known to this version, so {change.Resource.Name} may be "
                    + "replaced where it counts as changed. Compare with pulumi preview --diff."));

    private static IEnumerable<Finding> Outcomes(IReadOnlyList<DiffSection> sections) =>
        sections.Single(section => section.Key == "failures").Items
            .Where(FailureDiff.IsWorse)
            .Select(failure => (failure.Name, Outcome: FailureDiff.OutcomeOf(failure)))
            .Select(failure => Finding.Warning("quorum", $"Losing {failure.Name} is "
                + $"{failure.Outcome.New} after this change; it is {failure.Outcome.Old} before."));

    private static string Counted(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
