using Pulumi;
using Route53 = Pulumi.Aws.Route53;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="NamespaceRecords"/> needs.</summary>
public sealed class NamespaceRecordsArgs : ResourceArgs
{
    /// <summary>The names that clients use.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public required string HostedZoneId { get; init; }

    /// <summary>The load balancer's DNS name and the zone it lies in.</summary>
    public required Input<string> Target { get; init; }

    public required Input<string> TargetZoneId { get; init; }
}

/// <summary>The namespace in Route 53, as aliases of the load balancer.</summary>
public sealed class NamespaceRecords : ComponentResource
{
    public NamespaceRecords(
        string name, NamespaceRecordsArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:NamespaceRecords", name, args, options)
    {
        foreach (var host in args.Names)
        {
            CreateAlias(name, args, host);
        }

        RegisterOutputs();
    }

    private void CreateAlias(string name, NamespaceRecordsArgs args, string host) =>
        _ = new Route53.Record($"{name}-{host}", new Route53.RecordArgs
        {
            ZoneId = args.HostedZoneId,
            Name = host,
            Type = Route53.RecordType.A,
            Aliases =
            {
                new Route53.Inputs.RecordAliasArgs
                {
                    Name = args.Target,
                    ZoneId = args.TargetZoneId,
                    EvaluateTargetHealth = true,
                },
            },
        }, new CustomResourceOptions { Parent = this });
}
