using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExchangeOnAws.Reporting.Diff;

/// <summary>A plan as <c>plan --format json</c> wrote it, in this version or another.</summary>
public sealed class PlanDocument
{
    // A member that comes twice would be noticed only where it is read.
    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false };

    private readonly JsonObject _root;

    private PlanDocument(string label, JsonObject root)
    {
        Label = label;
        _root = root;
        Resources = [.. Objects("resources").Select(DocumentResource.From)];
    }

    /// <summary>Where the plan comes from, for people: a file, or a stack at a revision.</summary>
    public string Label { get; }

    public string Stack => JsonText.Of(_root["stack"]) ?? "";

    public IReadOnlyList<DocumentResource> Resources { get; }

    /// <summary>Logical names that protection.allowReplacement holds.</summary>
    public IReadOnlyList<string> AllowReplacement =>
        _root["allowReplacement"] is JsonArray names ? [.. names.Select(JsonText.Of).OfType<string>()] : [];

    public int CriticalPathMinutes => int.TryParse(
        JsonText.Of(_root["criticalPathMinutes"]), CultureInfo.InvariantCulture, out var minutes)
        ? minutes
        : 0;

    /// <summary>How many findings are errors; a plan with one has no hosts, steps and resources.</summary>
    public int Errors =>
        Objects("findings").Count(finding => JsonText.Of(finding["severity"]) == "error");

    /// <summary>The objects of a list at a path such as quorum.failures; none when it is not there.</summary>
    public IReadOnlyList<JsonObject> Objects(string path)
    {
        JsonNode? node = _root;
        foreach (var name in path.Split('.'))
        {
            node = (node as JsonObject)?[name];
        }

        return node is JsonArray list ? [.. list.OfType<JsonObject>()] : [];
    }

    /// <summary>Reads a plan.</summary>
    /// <exception cref="InvalidDataException">It is not a plan; the message says why.</exception>
    public static PlanDocument Parse(string label, string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: s_options) is JsonObject root
                && root["stack"] is JsonValue && root["resources"] is JsonArray && root["hosts"] is JsonArray
                ? new PlanDocument(label, root)
                : throw NotAPlan(label, "it has no stack, hosts and resources");
        }
        catch (JsonException exception)
        {
            throw NotAPlan(label, "it is not JSON at line "
                + $"{(exception.LineNumber ?? 0) + 1}, byte {exception.BytePositionInLine ?? 0}");
        }
    }

    private static InvalidDataException NotAPlan(string label, string reason) => new(
        $"{label} is not a plan: {reason}. Write one with: plan <stack> --format json --out {label}");
}
