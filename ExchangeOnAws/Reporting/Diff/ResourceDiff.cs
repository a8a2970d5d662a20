namespace ExchangeOnAws.Reporting.Diff;

/// <summary>Which resources a deployment would add, remove, change, replace or run again.</summary>
internal static class ResourceDiff
{
    public static IReadOnlyList<ResourceChange> Of(PlanDocument before, PlanDocument after)
    {
        var (old, present) = (ResourceIdentity.Of(before.Resources), ResourceIdentity.Of(after.Resources));
        var added = present.Keys.Except(old.Keys).Select(urn => present[urn]).ToArray();
        var removed = old.Keys.Except(present.Keys).Select(urn => old[urn]).ToArray();
        var kept = old.Keys.Intersect(present.Keys).Select(urn => (Old: old[urn], New: present[urn]));
        return
        [
            .. removed.Select(resource => Whole(ChangeKind.Removed, resource, added))
                .Concat(new Replacements(after.Resources, kept).Find())
                .Concat(added.Select(resource => Whole(ChangeKind.Added, resource, removed)))
                .OrderBy(change => change.Kind)
                .ThenBy(change => change.Resource.Name, StringComparer.Ordinal)
                .ThenBy(change => change.Resource.Type, StringComparer.Ordinal),
        ];
    }

    // Another name is another resource to Pulumi. One that is the same in everything else was probably meant
    // to stay, and needs an alias.
    private static ResourceChange Whole(
        ChangeKind kind, DocumentResource resource, IEnumerable<DocumentResource> others)
    {
        var isAdded = kind == ChangeKind.Added;
        var alike = others.Where(other =>
            other.Type == resource.Type && other.Fingerprint == resource.Fingerprint).ToArray();
        return new ResourceChange(
            kind,
            resource,
            [.. resource.Inputs.Select(input => new PropertyChange(
                input.Key, isAdded ? null : input.Value, isAdded ? input.Value : null))],
            alike.Length == 1 ? alike[0].Name : null);
    }
}
