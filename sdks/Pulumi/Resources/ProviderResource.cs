namespace Pulumi;

/// <summary>A configured provider, which is itself a resource.</summary>
public class ProviderResource : CustomResource
{
    // How the engine writes a value that is not known.
    private const string UnknownId = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    public ProviderResource(
        string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base($"pulumi:providers:{package}", name, args, options) => Package = package;

    public ProviderResource(
        string package,
        string name,
        ResourceArgs args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null)
        : this(package, name, args, options)
    {
    }

    internal string Package { get; }

    /// <summary>The text by which requests name this provider: its urn and id.</summary>
    internal async Task<string> GetReferenceAsync()
    {
        var state = await Registration.Task.ConfigureAwait(false);
        var id = state.Id.KnownOrDefault<string?>();
        return $"{state.Urn.As<string>()}::{(string.IsNullOrEmpty(id) ? UnknownId : id)}";
    }
}
