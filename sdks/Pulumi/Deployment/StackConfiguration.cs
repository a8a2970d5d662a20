using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration of the stack, as the command line hands it over.</summary>
internal sealed class StackConfiguration
{
    private readonly Dictionary<string, string> _values = [];

    public string? Get(string key) => _values.GetValueOrDefault(key);

    public static StackConfiguration FromEnvironment()
    {
        var configuration = new StackConfiguration();
        if (Environment.GetEnvironmentVariable("PULUMI_CONFIG") is { } json)
        {
            using var document = JsonDocument.Parse(json);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                configuration._values[Shorten(property.Name)] = property.Value.ToString();
            }
        }

        // The secret keys change nothing here; text that is not a list must fail all the same.
        if (Environment.GetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS") is { } keys)
        {
            using var document = JsonDocument.Parse(keys);
            document.RootElement.EnumerateArray();
        }

        return configuration;
    }

    // project:config:key is an old spelling of project:key.
    private static string Shorten(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && key.AsSpan(colon + 1).StartsWith("config:", StringComparison.Ordinal)
            ? string.Concat(key.AsSpan(0, colon + 1), key.AsSpan(colon + 1 + "config:".Length))
            : key;
    }
}
