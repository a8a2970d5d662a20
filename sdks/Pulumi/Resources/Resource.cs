using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Anything that a stack consists of.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly bool? _protect;
    private readonly ResourceTransformation[] _transformations;
    private readonly ProviderMap _providers;
    private List<Resource>? _children;

    private protected Resource(
        string type,
        string name,
        bool custom,
        ResourceArgs args,
        ResourceOptions options,
        bool remote = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        _type = type;
        _name = name;
        Urn = Registration.Output(static state => state.Urn);
        if (custom || remote)
        {
            OutputProperties.Assign(this);
        }

        var deployment = Deployment.Required;
        var ancestor = type == Stack.TypeName ? null : options.Parent ?? deployment.Stack;
        _transformations = [.. options.OwnTransformations, .. ancestor?._transformations ?? []];
        Transform(ref args, ref options);

        // From here on the options change, and the caller's must not.
        options = options.Clone();
        _providers = ProviderMap.Of(this, options);
        if (options.Parent is { } parent)
        {
            parent.AddChild(this);
            options.Protect ??= parent._protect;
        }

        if (custom)
        {
            options.Provider ??= options.Parent?.GetProvider(type);
        }

        _protect = options.Protect;
        Provider = custom ? options.Provider : null;
        foreach (var alias in options.Aliases)
        {
            alias.Apply(static known => known.Check());
        }

        deployment.Register(this, args, options);
    }

    [Output("urn")]
    public Output<string> Urn { get; private protected set; }

    internal Registration Registration { get; } = new();

    internal ProviderResource? Provider { get; }

    internal ProviderMap Providers => _providers;

    public string GetResourceType() => _type;

    public string GetResourceName() => _name;

    internal ProviderResource? GetProvider(string token) => _providers.Find(token);

    /// <summary>The children at this moment.</summary>
    internal Resource[] GetChildren()
    {
        if (_children is null)
        {
            return [];
        }

        lock (_children)
        {
            return [.. _children];
        }
    }

    private void AddChild(Resource child)
    {
        var children = _children ?? Interlocked.CompareExchange(ref _children, [], null) ?? _children;
        lock (children)
        {
            children.Add(child);
        }
    }

    private void Transform(ref ResourceArgs args, ref ResourceOptions options)
    {
        foreach (var transformation in _transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is { } result)
            {
                // The parent has already decided which transformations run.
                if (result.Options.Parent != options.Parent)
                {
                    throw new ArgumentException(
                        $"A transformation changes the parent of {_name}, which it cannot.");
                }

                (args, options) = (result.Args, result.Options);
            }
        }
    }
}
