using System.Globalization;
using System.Text.Json.Nodes;
using ExchangeOnAws.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ExchangeOnAws.Settings;

/// <summary>Reads <c>Pulumi.&lt;stack&gt;.yaml</c> without the Pulumi CLI.</summary>
public static class StackFile
{
    // Settings are nested three levels deep; only an alias inside its own anchor goes on for ever.
    private const int DeepestLevel = 32;

    public static string FileName(string stackName) => $"Pulumi.{stackName}.yaml";

    /// <summary>The stacks that have a file in the folder, in alphabetical order.</summary>
    public static IReadOnlyList<string> StacksIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "Pulumi.*.yaml")
            .Select(path => Path.GetFileName(path)["Pulumi.".Length..^".yaml".Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>Reads a stack file; a finding instead of a configuration when the file is not YAML.</summary>
    public static (StackConfiguration Configuration, IReadOnlyList<Finding> Findings) Read(
        string stackName, TextReader text)
    {
        var parser = new Parser(text);
        try
        {
            var yaml = new YamlStream();
            yaml.Load(parser);
            return Settings(stackName, yaml.Documents.Count == 0 ? null : yaml.Documents[0].RootNode);
        }
        catch (Exception exception)
            when (exception is YamlException or InvalidOperationException or ArgumentException)
        {
            return (Empty(stackName), [NotYaml(stackName, exception, parser.Current)]);
        }
    }

    private static (StackConfiguration, IReadOnlyList<Finding>) Settings(string stackName, YamlNode? root)
    {
        if (root is not YamlMappingNode mapping || Child(mapping, "config") is not YamlMappingNode config)
        {
            return (Empty(stackName), [Finding.Error(FileName(stackName), $"{FileName(stackName)} has no "
                + "config. Put the settings under config:, for example "
                + $"{StackConfiguration.ProjectName}:network.")]);
        }

        var values = config.Children
            .Select(entry => KeyValuePair.Create(FullKey(entry.Key), ToJson(entry.Value, depth: 0)))
            .ToLookup(entry => entry.Key, entry => entry.Value);
        return (
            Empty(stackName) with { Values = values.ToDictionary(key => key.Key, key => key.First()) },
            [.. values.Where(key => key.Count() > 1).Select(key => Finding.Error(
                FileName(stackName),
                $"{FileName(stackName)} sets {key.Key} twice, with and without the project's name. "
                + "Keep one of the two."))]);
    }

    private static StackConfiguration Empty(string stackName) =>
        new(stackName, new Dictionary<string, JsonNode?>(), new HashSet<string>());

    // The scanner lets other exceptions out, for example for a bracket that is never closed; what was read
    // last is near the mistake then.
    private static Finding NotYaml(string stackName, Exception exception, ParsingEvent? last)
    {
        var known = exception as YamlException;
        var place = known?.Start ?? last?.Start ?? Mark.Empty;
        var reason = known?.Message.TrimEnd('.')
            ?? "a bracket or quote is open, or a line is not indented as its neighbours";
        return Finding.Error(FileName(stackName), $"{FileName(stackName)} cannot be read as YAML at line "
            + $"{place.Line}, column {place.Column}: {reason}. Correct the file there; "
            + "nothing else was checked.");
    }

    private static YamlNode? Child(YamlMappingNode mapping, string key) =>
        mapping.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    // A key without a namespace belongs to the project, as in the Pulumi CLI.
    private static string FullKey(YamlNode node) =>
        Key(node) is var key && key.Contains(':', StringComparison.Ordinal)
            ? key
            : $"{StackConfiguration.ProjectName}:{key}";

    private static string Key(YamlNode node) => (node as YamlScalarNode)?.Value ?? node.ToString();

    private static JsonNode? ToJson(YamlNode node, int depth) => node switch
    {
        _ when depth > DeepestLevel =>
            throw new YamlException(node.Start, node.End, "An alias contains itself"),
        YamlMappingNode mapping => new JsonObject(mapping.Children
            .Select(entry => KeyValuePair.Create(Key(entry.Key), ToJson(entry.Value, depth + 1)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children
            .Select(item => ToJson(item, depth + 1))]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };

    // YAML's core schema, as far as a stack file uses it: null, booleans and whole numbers.
    private static JsonValue? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == text => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
