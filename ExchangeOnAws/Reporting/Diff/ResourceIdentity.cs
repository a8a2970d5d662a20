namespace ExchangeOnAws.Reporting.Diff;

/// <summary>
/// What makes two resources of two plans the same to Pulumi: name, type and the types of the components
/// around it, as in a URN. A resource that moves to a component of another type is another resource.
/// </summary>
internal static class ResourceIdentity
{
    /// <summary>The resources that a provider has, by identity.</summary>
    public static IReadOnlyDictionary<string, DocumentResource> Of(IReadOnlyList<DocumentResource> resources)
    {
        var components = new Dictionary<string, DocumentResource>(StringComparer.Ordinal);
        foreach (var component in resources.Where(resource => resource.IsComponent))
        {
            components.TryAdd(component.Name, component);
        }

        var identities = new Dictionary<string, DocumentResource>(StringComparer.Ordinal);
        foreach (var resource in resources.Where(resource => !resource.IsComponent))
        {
            identities.TryAdd($"{TypesOf(resource, components)}::{resource.Name}", resource);
        }

        return identities;
    }

    private static string TypesOf(DocumentResource resource, Dictionary<string, DocumentResource> components)
    {
        var types = new List<string>();
        DocumentResource? at = resource;

        // A plan that was tampered with may have a component inside itself.
        while (at is not null && types.Count <= components.Count)
        {
            types.Insert(0, at.Type);
            at = at.Parent is { } parent ? components.GetValueOrDefault(parent) : null;
        }

        return string.Join('$', types);
    }
}
