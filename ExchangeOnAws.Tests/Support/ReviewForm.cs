using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExchangeOnAws.Tests.Support;

/// <summary>
/// The JSON plan as a reviewer reads it: a line for each thing, without what every line would repeat.
/// </summary>
internal static class ReviewForm
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Each member of the plan, and below it its items, one per line.</summary>
    public static string Of(string json)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in JsonNode.Parse(json)!.AsObject())
        {
            if (value is not JsonArray items)
            {
                text.Append(name).Append(' ').Append(Line(value)).Append('\n');
                continue;
            }

            text.Append(name).Append('\n');
            foreach (var item in items)
            {
                var shown = name == "resources" ? Resource(item!.AsObject()) : item;
                text.Append("  ").Append(Line(shown)).Append('\n');
            }
        }

        return text.ToString();
    }

    // Tags are those of the stack, bodies of documents are reviewed as scripts, and an option that is off
    // says nothing.
    private static JsonObject Resource(JsonObject resource)
    {
        var inputs = resource["inputs"]!.AsObject();
        inputs.Remove("tags");
        if (resource["type"]!.GetValue<string>() == "aws:ssm/document:Document")
        {
            inputs.Remove("content");
        }

        var options = resource["options"]!.AsObject();
        foreach (var (name, value) in options.ToArray())
        {
            if (value is JsonArray { Count: 0 } || value?.ToJsonString() == "false")
            {
                options.Remove(name);
            }
        }

        foreach (var member in new[] { "dependsOn", "options" })
        {
            if (resource[member] is JsonArray { Count: 0 } or JsonObject { Count: 0 })
            {
                resource.Remove(member);
            }
        }

        return resource;
    }

    private static string Line(JsonNode? node) => node?.ToJsonString(s_options) ?? "null";
}
