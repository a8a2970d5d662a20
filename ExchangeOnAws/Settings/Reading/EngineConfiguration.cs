using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExchangeOnAws.Settings;

/// <summary>Reads the configuration that the Pulumi engine hands to a program.</summary>
public static class EngineConfiguration
{
    // The variables through which the engine starts every language host (pulumi-dotnet, Deployment_Config).
    // Config has no way to list keys, and a misspelt area must be found.
    internal const string ConfigVariable = "PULUMI_CONFIG";
    internal const string SecretKeysVariable = "PULUMI_CONFIG_SECRET_KEYS";

    /// <summary>The configuration of the running deployment.</summary>
    public static StackConfiguration Read(string stackName)
    {
        var values = Parse(ConfigVariable) as JsonObject ?? [];
        var secretKeys = Parse(SecretKeysVariable) as JsonArray ?? [];
        return new StackConfiguration(
            stackName,
            values.ToDictionary(entry => entry.Key, entry => Structured(entry.Value)),
            secretKeys.Select(key => key!.GetValue<string>()).ToHashSet());
    }

    private static JsonNode? Parse(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? JsonNode.Parse(text) : null;

    // The engine hands over objects and lists as JSON text.
    private static JsonNode? Structured(JsonNode? value)
    {
        if (value is not JsonValue scalar || !scalar.TryGetValue(out string? text)
            || text.TrimStart() is not ['{' or '[', ..])
        {
            return value?.DeepClone();
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return value.DeepClone();
        }
    }
}
