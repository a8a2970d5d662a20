namespace Pulumi;

/// <summary>What holds for a component apart from its inputs.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? _providers;

    public List<ProviderResource> Providers
    {
        get => _providers ??= [];
        set => _providers = value;
    }

    public static ComponentResourceOptions Merge(
        ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = options1 is null ? new ComponentResourceOptions() : Copy(options1);
        if (options2 is not null)
        {
            merged.MergeFrom(options2);
        }

        // One provider for each package: of two, the later.
        var providers = new List<ProviderResource>(
            [.. merged._providers ?? [], .. options2?._providers ?? []]);
        var packages = new HashSet<string>();
        for (var i = providers.Count - 1; i >= 0; i--)
        {
            if (!packages.Add(providers[i].Package))
            {
                providers.RemoveAt(i);
            }
        }

        merged._providers = providers;
        return merged;
    }

    internal override ComponentResourceOptions Clone() => Copy(this);

    private static ComponentResourceOptions Copy(ComponentResourceOptions options)
    {
        var copy = new ComponentResourceOptions { _providers = Copy(options._providers) };
        copy.CopyFrom(options);
        return copy;
    }
}
