namespace ExchangeOnAws.Reporting.Diff;

/// <summary>What happens to a resource.</summary>
/// <param name="Kind">What a deployment would do.</param>
/// <param name="Resource">The resource as it will be; as it was when it is removed.</param>
/// <param name="Properties">Inputs that differ or that refer to something that does.</param>
/// <param name="Counterpart">The name that it had or gets when it looks renamed.</param>
public sealed record ResourceChange(
    ChangeKind Kind, DocumentResource Resource, IReadOnlyList<PropertyChange> Properties,
    string? Counterpart = null)
{
    private const string Association = "aws:ssm/association:Association";

    /// <summary>It runs a step, so that another in its place destroys nothing: the step runs again.</summary>
    public static bool IsStep(DocumentResource resource) => resource.Type == Association;

    /// <summary>The paths because of which it is replaced.</summary>
    public IEnumerable<string> Because =>
        Properties.Where(property => property.Forces).Select(property => property.Path);

    /// <summary>Something of its own differs, beside what it refers to.</summary>
    public bool IsCause => Properties.Any(property => !property.IsRenewed);
}
