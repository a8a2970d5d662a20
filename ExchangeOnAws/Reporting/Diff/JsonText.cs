using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExchangeOnAws.Reporting.Diff;

/// <summary>JSON as paths with texts, which is the form in which two plans are compared.</summary>
internal static class JsonText
{
    /// <summary>A value as text; null for null.</summary>
    public static string? Of(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => node.ToJsonString(),
    };

    /// <summary>
    /// Every value by its path: rules[0].status. A list of texts is one value, because an item's place in
    /// it rarely means anything to people.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Flatten(JsonNode? node)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(values, "", node);
        return values;
    }

    /// <summary>What differs between two sets of values, in the order of paths.</summary>
    public static IReadOnlyList<PropertyChange> Compare(
        IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
    [
        .. before.Keys.Union(after.Keys)
            .Order(StringComparer.Ordinal)
            .Select(path => new PropertyChange(
                path, before.GetValueOrDefault(path), after.GetValueOrDefault(path)))
            .Where(change => change.Old != change.New),
    ];

    private static void Add(SortedDictionary<string, string> values, string path, JsonNode? node)
    {
        switch (node)
        {
            case null:
                break;
            case JsonObject { Count: > 0 } members:
                foreach (var (name, member) in members)
                {
                    Add(values, path.Length == 0 ? name : $"{path}.{name}", member);
                }

                break;
            case JsonArray list when list.Any(item => item is JsonObject or JsonArray):
                foreach (var (index, item) in list.Index())
                {
                    Add(values, $"{path}[{index}]", item);
                }

                break;
            case JsonArray list:
                values[path] = string.Join(", ", list.Select(Of));
                break;
            default:
                if (path.Length > 0)
                {
                    values[path] = Of(node)!;
                }

                break;
        }
    }
}
