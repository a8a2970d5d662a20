using System.Text.Json;

namespace ExchangeOnAws.Components;

/// <summary>The parts of a Command document, schema version 2.2.</summary>
internal static class DocumentJson
{
    public static void Write(Utf8JsonWriter json, DocumentContent content)
    {
        json.WriteStartObject();
        json.WriteString("schemaVersion", "2.2");
        json.WriteString("description", content.Description);
        json.WriteStartObject("parameters");
        var parameters = content.Scripts.SelectMany(script => script.Parameters);
        foreach (var same in parameters.GroupBy(each => each.Name))
        {
            // What one script cannot do without, nobody may leave out.
            WriteParameter(
                json, new(same.Key, same.Any(parameter => parameter.IsMandatory)), content.Defaults);
        }

        json.WriteEndObject();
        json.WriteStartArray("mainSteps");
        WriteStep(json, content);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteParameter(
        Utf8JsonWriter json, StepParameter parameter, IReadOnlyDictionary<string, string> defaults)
    {
        json.WriteStartObject(parameter.Name);
        json.WriteString("type", "String");
        if (!parameter.IsMandatory)
        {
            // Windows has no empty variables: the script takes its own default.
            json.WriteString("default", defaults.GetValueOrDefault(parameter.Name, ""));
        }

        json.WriteString("interpolationType", "ENV_VAR");
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, DocumentContent content)
    {
        json.WriteStartObject();
        json.WriteString("action", "aws:runPowerShellScript");
        json.WriteString("name", content.Name.Replace("-", "", StringComparison.Ordinal));
        json.WriteStartObject("precondition");
        json.WriteStartArray("StringEquals");
        json.WriteStringValue("platformType");
        json.WriteStringValue("Windows");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("inputs");
        json.WriteString("timeoutSeconds", $"{(int)content.Timeout.TotalSeconds}");
        json.WriteStartArray("runCommand");
        foreach (var line in content.Text.TrimEnd('\n').Split('\n'))
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
