using System.Collections.Immutable;
using Pulumi;

namespace ExchangeOnAws.Tests.Sdks;

/// <summary>
/// A resource of an imaginary provider, with every kind of property that generated bindings have.
/// </summary>
internal sealed class Server : CustomResource
{
    public Server(string name, ServerArgs args, CustomResourceOptions? options = null)
        : base("fake:index:Server", name, args, options)
    {
    }

    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;

    [Output("size")]
    public Output<int> Size { get; private set; } = null!;

    [Output("isPublic")]
    public Output<bool?> IsPublic { get; private set; } = null!;

    [Output("labels")]
    public Output<ImmutableArray<string>> Labels { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;

    [Output("disks")]
    public Output<ImmutableArray<Disk>> Disks { get; private set; } = null!;

    [Output("tier")]
    public Output<Tier> Tier { get; private set; } = null!;

    [Output("port")]
    public Output<Union<int, string>> Port { get; private set; } = null!;

    [Output("password")]
    public Output<string?> Password { get; private set; } = null!;

    public static Server Get(string name, Input<string> id)
        => new(name, new ServerArgs(), new CustomResourceOptions { Id = id });
}

internal sealed class ServerArgs : ResourceArgs
{
    [Input("labels")]
    private InputList<string>? _labels;

    [Input("tags")]
    private InputMap<string>? _tags;

    [Input("disks")]
    private InputList<DiskArgs>? _disks;

    [Input("password")]
    private Input<string>? _password;

    [Input("image")]
    public Input<string>? Image { get; set; }

    [Input("size")]
    public Input<int>? Size { get; set; }

    [Input("weight")]
    public Input<double>? Weight { get; set; }

    [Input("isPublic")]
    public Input<bool>? IsPublic { get; set; }

    [Input("tier")]
    public Input<Tier>? Tier { get; set; }

    [Input("port")]
    public InputUnion<int, string>? Port { get; set; }

    [Input("policy")]
    public InputJson? Policy { get; set; }

    [Input("script")]
    public Input<AssetOrArchive>? Script { get; set; }

    [Input("serial")]
    public Input<long>? Serial { get; set; }

    public InputList<string> Labels
    {
        get => _labels ??= new InputList<string>();
        set => _labels = value;
    }

    public InputMap<string> Tags
    {
        get => _tags ??= new InputMap<string>();
        set => _tags = value;
    }

    public InputList<DiskArgs> Disks
    {
        get => _disks ??= new InputList<DiskArgs>();
        set => _disks = value;
    }

    public Input<string>? Password
    {
        get => _password;
        set
        {
            // As the bindings are generated: the tuple with a secret makes the value secret.
            var emptySecret = Output.CreateSecret(0);
            _password = Output.Tuple<Input<string>?, int>(value, emptySecret).Apply(pair => pair.Item1);
        }
    }
}

internal sealed class DiskArgs : ResourceArgs
{
    [Input("gib", required: true)]
    public Input<int> Gib { get; set; } = null!;

    [Input("kind")]
    public Input<string>? Kind { get; set; }
}

[OutputType]
internal sealed class Disk
{
    public readonly int Gib;
    public readonly string? Kind;

    [OutputConstructor]
    private Disk(int gib, [OutputConstructorParameter("kind")] string? type) => (Gib, Kind) = (gib, type);
}

[EnumType]
internal readonly struct Tier : IEquatable<Tier>
{
    private readonly string _value;

    private Tier(string value) => _value = value;

    public static Tier Gold { get; } = new("gold");

    public static bool operator ==(Tier left, Tier right) => left.Equals(right);

    public static bool operator !=(Tier left, Tier right) => !left.Equals(right);

    public static explicit operator string(Tier value) => value._value;

    public override bool Equals(object? obj) => obj is Tier other && Equals(other);

    public bool Equals(Tier other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value;
}
