using System.Text.Json.Nodes;

namespace ExchangeOnAws.Settings;

/// <summary>The configuration of one stack as it was written, before it is understood.</summary>
/// <param name="StackName">The stack, for example prod.</param>
/// <param name="Values">Values by full key (exchange-on-aws:network, aws:region).</param>
/// <param name="SecretKeys">Full keys whose values hold a secret and are never repeated in a message.</param>
public sealed record StackConfiguration(
    string StackName,
    IReadOnlyDictionary<string, JsonNode?> Values,
    IReadOnlySet<string> SecretKeys)
{
    /// <summary>The project of Pulumi.yaml, which is the namespace of its settings.</summary>
    public const string ProjectName = "exchange-on-aws";
}
