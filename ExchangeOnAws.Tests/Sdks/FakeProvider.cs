using Pulumi;

namespace ExchangeOnAws.Tests.Sdks;

/// <summary>The imaginary provider itself; its structured settings are JSON, as all providers' are.</summary>
internal sealed class FakeProvider : ProviderResource
{
    public FakeProvider(string name, FakeProviderArgs args, CustomResourceOptions? options = null)
        : base("fake", name, args, options)
    {
    }
}

internal sealed class FakeProviderArgs : ResourceArgs
{
    [Input("region")]
    public Input<string>? Region { get; set; }

    [Input("dryRun", json: true)]
    public Input<bool>? DryRun { get; set; }

    [Input("defaultTags", json: true)]
    public InputMap<string>? DefaultTags { get; set; }
}
