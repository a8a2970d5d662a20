using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExchangeOnAws.Reporting.Diff;

/// <summary>Writes a change for machines, with every resource. Members are added, never renamed.</summary>
public static class DiffJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        NewLine = "\n",

        // Data for programs, as the plan's JSON is: ${network-vpc.id} stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document, with a line break at its end.</summary>
    public static string Of(PlanDiff diff)
    {
        var document = new JsonObject
        {
            ["before"] = Plan(diff.Before),
            ["after"] = Plan(diff.After),
            ["verdict"] = DiffVerdict.Of(diff),
            ["findings"] = List(diff.Findings.Select(finding => new JsonObject
            {
                ["severity"] = Name(finding.Severity),
                ["subject"] = finding.Subject,
                ["message"] = finding.Message,
            })),
        };
        foreach (var section in diff.Sections)
        {
            document[section.Key] = List(section.Items.Select(Item));
        }

        document["resources"] = List(diff.Resources.Select(Resource));
        return document.ToJsonString(s_options) + "\n";
    }

    private static JsonObject Plan(PlanDocument plan) => new()
    {
        ["stack"] = plan.Stack,
        ["source"] = plan.Label,
        ["criticalPathMinutes"] = plan.CriticalPathMinutes,
    };

    private static JsonObject Item(ItemChange item) => new()
    {
        ["change"] = Name(item.Kind),
        ["name"] = item.Name,
        ["note"] = item.Note,
        ["properties"] = List(item.Properties.Select(Property)),
    };

    private static JsonObject Resource(ResourceChange change) => new()
    {
        ["change"] = Name(change.Kind),
        ["type"] = change.Resource.Type,
        ["name"] = change.Resource.Name,
        ["parent"] = change.Resource.Parent,
        ["possiblyRenamed"] = change.Counterpart,
        ["protect"] = change.Resource.Options.Protect,
        ["retainOnDelete"] = change.Resource.Options.RetainOnDelete,
        ["deleteBeforeReplace"] = change.Resource.Options.DeleteBeforeReplace,
        ["properties"] = List(change.Properties.Select(Property)),
    };

    private static JsonObject Property(PropertyChange property) => new()
    {
        ["path"] = property.Path,
        ["old"] = property.Old,
        ["new"] = property.New,
        ["renewed"] = property.IsRenewed,
        ["forces"] = property.Forces,
    };

    private static JsonArray List(IEnumerable<JsonObject> items) => [.. items];

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
