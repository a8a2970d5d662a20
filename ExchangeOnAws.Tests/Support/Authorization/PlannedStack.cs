using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Evaluation;
using ExchangeOnAws.Reporting;

namespace ExchangeOnAws.Tests.Support;

/// <summary>
/// The resources of a stack as its plan lists them: what only AWS knows is written as
/// <c>${resource.property}</c>, so it can be told what refers to what.
/// </summary>
internal sealed partial class PlannedStack
{
    private const string Here = "eu-west-1:123456789012";

    // How the ARN of a resource begins, by its type.
    private static readonly Dictionary<string, string> s_arns = new()
    {
        ["aws-native:secretsmanager:Secret"] = $"arn:aws:secretsmanager:{Here}:secret:",
        ["aws:cloudwatch/logGroup:LogGroup"] = $"arn:aws:logs:{Here}:log-group:",
        ["aws:iam/role:Role"] = "arn:aws:iam::123456789012:role/",
        ["aws:kms/key:Key"] = $"arn:aws:kms:{Here}:key/",
        ["aws:s3/bucket:Bucket"] = "arn:aws:s3:::",
        ["aws:sns/topic:Topic"] = $"arn:aws:sns:{Here}:",
        ["aws:ssm/parameter:Parameter"] = $"arn:aws:ssm:{Here}:parameter/",
    };

    // By name, which resources of different types may share.
    private readonly ILookup<string, JsonObject> _resources;

    private PlannedStack(IEnumerable<JsonObject> resources) => _resources = resources
        .Where(resource => !$"{resource["type"]}".StartsWith("exchange:", StringComparison.Ordinal))
        .ToLookup(resource => $"{resource["name"]}");

    public static async Task<PlannedStack> Of(DeploymentPlan plan)
    {
        var resources = await StackEvaluation.Run(plan);
        var json = await PlanJson.Of(
            new PlanReport(plan.StackName, [], plan, Task.FromResult(resources)));
        return new PlannedStack(JsonNode.Parse(json)!["resources"]!.AsArray()
            .Select(resource => resource!.AsObject()));
    }

    /// <summary>Inputs by name of the resources of a type.</summary>
    public IEnumerable<(string Name, JsonObject Inputs)> All(string type) => Every
        .Where(resource => $"{resource["type"]}" == type)
        .Select(resource => ($"{resource["name"]}", resource["inputs"]!.AsObject()));

    /// <summary>Every policy that says who may do what on which resources, by name.</summary>
    public IEnumerable<(string Name, string Type, IReadOnlyList<PolicyRule> Rules)> Policies => Every
        .Where(resource => resource["inputs"]!["policy"] is JsonValue)
        .Select(resource => (
            $"{resource["name"]}", $"{resource["type"]}",
            PolicyRule.Of($"{resource["inputs"]!["policy"]}", Resolve)));

    private IEnumerable<JsonObject> Every => _resources.SelectMany(same => same);

    /// <summary>The resources that an input refers to.</summary>
    public IEnumerable<string> ReferencesIn(JsonNode? input) => input is null
        ? []
        : Reference().Matches(input.ToJsonString()).Select(match => match.Groups["name"].Value)
            .Where(_resources.Contains);

    /// <summary>The resources that are reached from a resource over inputs of these names.</summary>
    public IEnumerable<string> Reached(IEnumerable<string> start, params IReadOnlyList<string> inputs)
    {
        var open = new Queue<string>(start);
        var found = new HashSet<string>();
        while (open.TryDequeue(out var name))
        {
            if (found.Add(name))
            {
                foreach (var next in _resources[name].SelectMany(resource =>
                    inputs.SelectMany(input => ReferencesIn(resource["inputs"]![input]))))
                {
                    open.Enqueue(next);
                }
            }
        }

        return found;
    }

    private string Resolve(string text) => Reference().Replace(
        text.Replace("${aws:accountId}", "123456789012", StringComparison.Ordinal),
        match => _resources[match.Groups["name"].Value]
            .Select(resource => s_arns.GetValueOrDefault($"{resource["type"]}"))
            .FirstOrDefault(arn => arn is not null) + match.Groups["name"].Value);

    [GeneratedRegex(@"\$\{(?<name>[^}.]+)\.[A-Za-z0-9]+\}")]
    private static partial Regex Reference();
}
