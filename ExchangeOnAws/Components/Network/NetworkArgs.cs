using ExchangeOnAws.Planning;
using Pulumi;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="Network"/> needs.</summary>
public sealed class NetworkArgs : ResourceArgs
{
    public required NetworkPlan Plan { get; init; }

    public required PortTable Ports { get; init; }

    public required AwsEnvironment Environment { get; init; }

    public required ResourceTags Tags { get; init; }

    /// <summary>The beginning of every log group's name.</summary>
    public required Input<string> LogGroupPrefix { get; init; }

    /// <summary>The key that encrypts the flow logs.</summary>
    public required Input<string> EncryptionKeyArn { get; init; }

    public required bool DeletionProtection { get; init; }
}
