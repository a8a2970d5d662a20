using System.Text.Json.Serialization;
using Pulumi;

namespace ExchangeOnAws.Components;

/// <summary>One statement of an IAM policy document; members are named as IAM names them.</summary>
public sealed record PolicyStatement
{
    public required string Sid { get; init; }

    public string Effect { get; init; } = "Allow";

    /// <summary>The services or accounts that may act, in a trust or resource policy.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Dictionary<string, Input<string>>? Principal { get; init; }

    public required IReadOnlyList<string> Action { get; init; }

    /// <summary>What may be acted on; absent in a trust policy.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Input<string>>? Resource { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Dictionary<string, Dictionary<string, Input<string>>>? Condition { get; init; }
}

/// <summary>Writes IAM policy documents.</summary>
public static class Policy
{
    /// <summary>The JSON document of the statements.</summary>
    public static Output<string> Document(params PolicyStatement[] statements) => Output.JsonSerialize(
        Output.Create(new Dictionary<string, object>
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = statements,
        }));

    /// <summary>
    /// The trust policy that lets an AWS service take on a role, for this account's resources only.
    /// </summary>
    public static Output<string> TrustOfService(string service, AwsEnvironment environment) =>
        Document(new PolicyStatement
        {
            Sid = "Service",
            Principal = new() { ["Service"] = environment.ServicePrincipal(service) },
            Action = ["sts:AssumeRole"],
            Condition = new() { ["StringEquals"] = new() { ["aws:SourceAccount"] = environment.AccountId } },
        });
}
