using System.Text.Json.Nodes;

namespace ExchangeOnAws.Tests.Support;

/// <summary>A condition of a statement, for example StringEquals of aws:ResourceTag/Stack.</summary>
internal sealed record PolicyCondition(string Operator, string Key, IReadOnlyList<string> Values)
{
    // What every request has, whatever its action (IAM user guide, "AWS global condition context keys").
    private static readonly string[] s_global =
    [
        "aws:PrincipalArn", "aws:RequestedRegion", "aws:SecureTransport", "aws:SourceAccount",
        "aws:SourceArn",
    ];

    /// <summary>The key as the reference lists it, without the tag's or the context's own name.</summary>
    public string Listed => Key.StartsWith("kms:EncryptionContext:", StringComparison.Ordinal)
        ? "kms:EncryptionContext"
        : Key.Split('/')[0];

    /// <summary>The service decides whether requests have it.</summary>
    public bool IsOfService => !s_global.Contains(Listed);

    /// <summary>A request without the key can meet it.</summary>
    public bool HoldsWithoutKey => (Operator == "Null" && Values.Contains("true"))
        || Operator.EndsWith("IfExists", StringComparison.Ordinal);
}

/// <summary>A statement of a policy that allows something.</summary>
internal sealed record PolicyRule(
    string Sid, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources,
    IReadOnlyList<PolicyCondition> Conditions)
{
    /// <summary>The statements of a policy that allow something on resources.</summary>
    /// <param name="policy">The document.</param>
    /// <param name="resolve">Makes an ARN of what a plan has in its place.</param>
    public static IReadOnlyList<PolicyRule> Of(string policy, Func<string, string>? resolve = null) =>
    [
        .. JsonNode.Parse(policy)!["Statement"]!.AsArray()
            .Where(statement => $"{statement!["Effect"]}" == "Allow" && statement["Resource"] is not null)
            .Select(statement => new PolicyRule(
                $"{statement![nameof(Sid)]}",
                [.. Texts(statement["Action"])],
                [.. Texts(statement["Resource"]).Select(resource => resolve?.Invoke(resource) ?? resource)],
                [.. ConditionsIn(statement["Condition"])])),
    ];

    /// <summary>It has a condition on the key.</summary>
    public bool Asks(string key) => Conditions.Any(condition => condition.Key == key);

    private static IEnumerable<PolicyCondition> ConditionsIn(JsonNode? node) =>
        from kind in node?.AsObject() ?? []
        from condition in kind.Value!.AsObject()
        select new PolicyCondition(kind.Key, condition.Key, [.. Texts(condition.Value)]);

    private static IEnumerable<string> Texts(JsonNode? node) => node is JsonArray list
        ? list.Select(item => $"{item}")
        : [$"{node}"];
}
