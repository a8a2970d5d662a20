using System.Text.Json.Nodes;
using ExchangeOnAws.Evaluation;

namespace ExchangeOnAws.Reporting.Diff;

/// <summary>A resource of a plan that was written as JSON.</summary>
/// <param name="Type">Its type token, for example aws:ec2/vpc:Vpc.</param>
/// <param name="Name">Its logical name.</param>
/// <param name="Parent">The logical name of its component; null at the top.</param>
/// <param name="Inputs">Its inputs, as paths with texts.</param>
/// <param name="Options">What protects it and what its changes mean.</param>
public sealed record DocumentResource(
    string Type, string Name, string? Parent, IReadOnlyDictionary<string, string> Inputs,
    PlannedOptions Options)
{
    public bool IsComponent => Type.StartsWith("exchange:", StringComparison.Ordinal);

    /// <summary>The type as pulumi up shows it: aws:ec2:Vpc.</summary>
    public string ShortType
    {
        get
        {
            var slash = Type.IndexOf('/', StringComparison.Ordinal);
            return slash < 0 ? Type : Type[..slash] + Type[Type.LastIndexOf(':')..];
        }
    }

    /// <summary>Its inputs without its own name tag: what a renamed resource keeps.</summary>
    public string Fingerprint => string.Join('\n', Inputs
        .Where(input => !input.Key.StartsWith("tags", StringComparison.Ordinal))
        .Select(input => $"{input.Key}={input.Value}"));

    public static DocumentResource From(JsonObject resource)
    {
        var options = resource["options"] as JsonObject ?? [];
        return new DocumentResource(
            JsonText.Of(resource["type"]) ?? "",
            JsonText.Of(resource["name"]) ?? "",
            JsonText.Of(resource["parent"]),
            JsonText.Flatten(resource["inputs"]),
            new PlannedOptions(
                IsTrue(options["protect"]),
                IsTrue(options["retainOnDelete"]),
                Texts(options["ignoreChanges"]),
                Texts(options["replaceOnChanges"]),
                IsTrue(options["deleteBeforeReplace"]),
                JsonText.Of(options["deletedWith"])));
    }

    private static bool IsTrue(JsonNode? node) => JsonText.Of(node) == "true";

    private static IReadOnlyList<string> Texts(JsonNode? node) =>
        node is JsonArray list ? [.. list.Select(JsonText.Of).OfType<string>()] : [];
}
