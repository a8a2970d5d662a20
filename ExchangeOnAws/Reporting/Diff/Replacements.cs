namespace ExchangeOnAws.Reporting.Diff;

/// <summary>
/// Finds what is replaced, and what is replaced because of that: whoever refers to a replaced resource gets
/// another value, and is replaced itself when only a new resource can have it.
/// </summary>
/// <remarks>
/// The engine does the same with values that are unknown until the deployment (Pulumi, pkg/resource/deploy,
/// step_generator.go). DependsOn alone replaces nothing there, nor here.
/// </remarks>
internal sealed class Replacements
{
    private readonly References _references;
    private readonly IReadOnlyList<(DocumentResource Old, DocumentResource New)> _kept;
    private readonly Dictionary<DocumentResource, ResourceChange> _changes =
        new(ReferenceEqualityComparer.Instance);

    /// <param name="resources">The new plan's resources, in their order.</param>
    /// <param name="kept">Those that the old plan has too.</param>
    public Replacements(
        IReadOnlyList<DocumentResource> resources,
        IEnumerable<(DocumentResource Old, DocumentResource New)> kept)
    {
        _references = new References(resources);
        _kept = [.. kept];
    }

    /// <summary>All changes of resources that both plans have.</summary>
    public IEnumerable<ResourceChange> Find()
    {
        // A change can only make further changes, so this ends; plans are as deep as a dozen references.
        var isNew = true;
        while (isNew)
        {
            isNew = false;
            foreach (var (old, present) in _kept)
            {
                isNew |= Look(old, present);
            }
        }

        return _changes.Values;
    }

    private bool Look(DocumentResource old, DocumentResource present)
    {
        PropertyChange[] changes =
        [
            .. JsonText.Compare(old.Inputs, present.Inputs)
                .Concat(Renewed(old, present))
                .DistinctBy(change => change.Path)
                .Where(change => !PropertyPath.IsWithin(change.Path, present.Options.IgnoreChanges))
                .Select(change => change with { Forces = CreateOnlyRule.Forces(old, present, change) })
                .OrderBy(change => change.Path, StringComparer.Ordinal),
        ];
        if (changes.Length == (_changes.TryGetValue(present, out var known) ? known.Properties.Count : 0))
        {
            return false;
        }

        _changes[present] = new ResourceChange(KindOf(present, changes), present, changes);
        return true;
    }

    private static ChangeKind KindOf(DocumentResource resource, PropertyChange[] changes) =>
        !changes.Any(change => change.Forces) ? ChangeKind.Changed
        : ResourceChange.IsStep(resource) ? ChangeKind.RunsAgain
        : ChangeKind.Replaced;

    // Inputs whose text stays the same while the value behind it becomes another.
    private IEnumerable<PropertyChange> Renewed(DocumentResource old, DocumentResource present)
    {
        foreach (var (path, text) in present.Inputs)
        {
            if (_references.In(text).Any(reference => IsRenewed(reference.Resource, reference.Output)))
            {
                yield return Renewal(path);
            }
        }

        foreach (var (path, followed) in ResourceTypes.Of(present.Type)?.Follows ?? NoFollowers)
        {
            if (present.Inputs.TryGetValue(followed, out var text)
                && _references.In(text).Any(reference => IsRenewed(reference.Resource, "latestVersion")))
            {
                yield return Renewal(path);
            }
        }

        PropertyChange Renewal(string path) => new(
            path, old.Inputs.GetValueOrDefault(path), present.Inputs.GetValueOrDefault(path),
            IsRenewed: true);
    }

    private static Dictionary<string, string> NoFollowers { get; } = [];

    private bool IsRenewed(DocumentResource resource, string output) =>
        _changes.TryGetValue(resource, out var change)
        && (change.Kind is ChangeKind.Replaced or ChangeKind.RunsAgain
            || (ResourceTypes.Of(resource.Type)?.Renews.TryGetValue(output, out var inputs) ?? false)
                && change.Properties.Any(property => PropertyPath.IsWithin(property.Path, inputs)));
}
