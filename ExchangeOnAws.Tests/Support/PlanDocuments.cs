using System.Text.Json.Nodes;
using ExchangeOnAws.Evaluation;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Reporting;
using ExchangeOnAws.Reporting.Diff;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Tests.Support;

/// <summary>Plans as JSON: of a sample environment, or of a few resources.</summary>
internal static class PlanDocuments
{
    public const string Instance = "aws:ec2/instance:Instance";

    public const string Subnet = "aws:ec2/subnet:Subnet";

    /// <summary>A sample environment with changed settings.</summary>
    public static async Task<PlanDocument> Of(string stack, Func<StackSettings, StackSettings>? change = null)
    {
        var settings = Repository.PlanOf(stack).Settings;
        return await Of(DeploymentPlan.From(stack, change is null ? settings : change(settings)));
    }

    public static async Task<PlanDocument> Of(DeploymentPlan plan)
    {
        var resources = await StackEvaluation.Run(plan);
        return PlanDocument.Parse(plan.StackName, await PlanJson.Of(
            new PlanReport(plan.StackName, [], plan, Task.FromResult(resources))));
    }

    /// <summary>A plan with these resources and nothing else.</summary>
    public static PlanDocument With(params JsonObject[] resources) =>
        WithMembers([], resources);

    /// <summary>A plan with these members and resources.</summary>
    public static PlanDocument WithMembers(JsonObject members, params JsonObject[] resources)
    {
        var plan = new JsonObject
        {
            ["stack"] = "test",
            ["hosts"] = new JsonArray(),
            ["resources"] = new JsonArray([.. resources]),
        };
        foreach (var (name, member) in members)
        {
            plan[name] = member?.DeepClone();
        }

        return PlanDocument.Parse("plan.json", plan.ToJsonString());
    }

    /// <summary>A resource whose inputs and options are written as JSON.</summary>
    public static JsonObject Resource(
        string type, string name, string inputs, string? parent = null, string options = "{}") => new()
        {
            ["type"] = type,
            ["name"] = name,
            ["parent"] = parent,
            ["inputs"] = JsonNode.Parse(inputs),
            ["options"] = JsonNode.Parse(options),
        };
}
