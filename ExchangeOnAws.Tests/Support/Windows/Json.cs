using System.Collections;
using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>JSON to and from the objects of PowerShell.</summary>
public static class Json
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true };

    public static object? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Value(document.RootElement);
        }
        catch (JsonException)
        {
            // Windows PowerShell 5.1 quotes the text in this error.
            throw CommandException.Terminating($"Invalid JSON primitive: {text}.");
        }
    }

    public static string Write(object? value) => Node(value)?.ToJsonString(s_options) ?? "null";

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object =>
            Record.Of([.. element.EnumerateObject().Select(item => (item.Name, Value(item.Value)))]),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt32(out var number) ? number : element.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        _ => null,
    };

    private static JsonNode? Node(object? value) => Call.Unwrap(value) switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        IDictionary map => new JsonObject(map.Keys.Cast<object>()
            .Select(key => KeyValuePair.Create($"{key}", Node(map[key])))),
        IEnumerable many => new JsonArray([.. many.Cast<object?>().Select(Node)]),
        PSObject record => new JsonObject(record.Properties
            .Select(property => KeyValuePair.Create(property.Name, Node(property.Value)))),
        var other => JsonValue.Create($"{other}"),
    };
}
