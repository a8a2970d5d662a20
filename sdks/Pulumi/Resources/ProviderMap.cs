namespace Pulumi;

/// <summary>The providers that a resource hands down to its children, by package.</summary>
internal sealed class ProviderMap
{
    private static readonly ProviderMap Empty = new([]);

    private readonly Dictionary<string, ProviderResource> _providers;

    private ProviderMap(Dictionary<string, ProviderResource> providers) => _providers = providers;

    public static ProviderMap Of(Resource resource, ResourceOptions options)
    {
        var inherited = options.Parent?.Providers ?? Empty;
        if (options is not ComponentResourceOptions component)
        {
            return options.Provider is { } provider && Package(resource.GetResourceType()) is { } package
                ? inherited.With(package, provider)
                : inherited;
        }

        if (component.Provider is not null && component.Providers.Count > 0)
        {
            throw new ResourceException(
                $"{resource.GetResourceName()} has both Provider and Providers; a component takes one.",
                options.Parent);
        }

        return component.Provider is { } only
            ? inherited.With(only.Package, only)
            : component.Providers.Aggregate(inherited, (map, next) => map.With(next.Package, next));
    }

    public ProviderResource? Find(string token)
        => _providers.Count > 0 && Package(token) is { } package ? _providers.GetValueOrDefault(
            package) : null;

    // aws:ec2/vpc:Vpc -> aws; anything but three parts has no package.
    private static string? Package(string token)
    {
        var parts = token.Split(':');
        return parts.Length == 3 ? parts[0] : null;
    }

    private ProviderMap With(string package, ProviderResource provider)
        => new(new Dictionary<string, ProviderResource>(_providers) { [package] = provider });
}
