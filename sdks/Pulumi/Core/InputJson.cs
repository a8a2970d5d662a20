using System.Text.Json;

namespace Pulumi;

/// <summary>What a resource takes when it accepts any JSON.</summary>
public sealed class InputJson : Input<JsonElement>
{
    public InputJson()
        : this(Output.Create(default(JsonElement)))
    {
    }

    private InputJson(Output<JsonElement> value)
        : base(value)
    {
    }

    public static implicit operator InputJson(string json) => JsonDocument.Parse(json);

    public static implicit operator InputJson(JsonDocument document) => document.RootElement;

    public static implicit operator InputJson(JsonElement element) => new(Output.Create(element));

    public static implicit operator InputJson(Output<string> json)
        => new(json.Apply(text => JsonDocument.Parse(text).RootElement));

    public static implicit operator InputJson(Output<JsonDocument> document)
        => new(document.Apply(known => known.RootElement));

    public static implicit operator InputJson(Output<JsonElement> element)
        => new(element ?? throw new ArgumentNullException(nameof(element)));
}
