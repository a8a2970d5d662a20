using ExchangeOnAws.Planning;
using Pulumi;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="LoadBalancing"/> needs.</summary>
public sealed class LoadBalancingArgs : ResourceArgs
{
    public required ClientAccessPlan Plan { get; init; }

    public required Network Network { get; init; }

    /// <summary>The zones with NAT gateways, in the order of the network's NAT addresses.</summary>
    public required IReadOnlyList<string> NatZones { get; init; }

    /// <summary>The members by host name.</summary>
    public required IReadOnlyDictionary<string, Server> Servers { get; init; }

    public required AwsEnvironment Environment { get; init; }

    public required ResourceTags Tags { get; init; }

    public required bool DeletionProtection { get; init; }

    /// <summary>Days for which access logs are kept.</summary>
    public required int LogRetentionDays { get; init; }
}
