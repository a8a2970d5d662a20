using ExchangeOnAws.Findings;

namespace ExchangeOnAws.Reporting.Diff;

/// <summary>What differs between two plans, and what that means for what is deployed.</summary>
/// <param name="Before">The plan of what is deployed.</param>
/// <param name="After">The plan of what is to be deployed.</param>
/// <param name="Findings">What is wrong or worth knowing, worst first.</param>
/// <param name="Sections">What differs beside resources; sections without a difference are empty.</param>
/// <param name="Resources">What happens to which resource.</param>
public sealed record PlanDiff(
    PlanDocument Before, PlanDocument After, IReadOnlyList<Finding> Findings,
    IReadOnlyList<DiffSection> Sections, IReadOnlyList<ResourceChange> Resources)
{
    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>Nothing at all differs.</summary>
    public bool IsEmpty => Resources.Count == 0 && Sections.All(section => section.Items.Count == 0);

    /// <summary>How many resources have a change of this kind.</summary>
    public int Count(ChangeKind kind) => Resources.Count(change => change.Kind == kind);

    /// <summary>Compares two plans.</summary>
    public static PlanDiff Of(PlanDocument before, PlanDocument after)
    {
        // A plan with an error lists nothing; that says nothing about what is there.
        var resources = after.Errors > 0 ? [] : ResourceDiff.Of(before, after);
        var sections = PlanSections.Of(before, after, resources);
        return new PlanDiff(
            before, after, DiffFindings.Of(before, after, resources, sections),
            after.Errors > 0 ? [.. sections.Where(section => section.Key == "planFindings")] : sections,
            resources);
    }
}
