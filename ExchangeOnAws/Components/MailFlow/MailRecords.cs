using System.Collections.Immutable;
using ExchangeOnAws.Planning;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;
using Route53 = Pulumi.Aws.Route53;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="MailRecords"/> needs.</summary>
public sealed class MailRecordsArgs : ResourceArgs
{
    public required MailFlowPlan Plan { get; init; }

    public required EdgePlan Edge { get; init; }

    /// <summary>The public addresses of the Edge servers by host name.</summary>
    public required IReadOnlyDictionary<string, Ec2.Eip> EdgeAddresses { get; init; }

    /// <summary>The addresses that the members send from where they send by themselves.</summary>
    public required Output<ImmutableArray<string>> NatAddresses { get; init; }

    /// <summary>What proves that mail flows: before it, nobody is told to send any here.</summary>
    public required Resource Proof { get; init; }
}

/// <summary>
/// Names of the Edge servers both ways, and the records by which the world sends mail here and believes ours.
/// </summary>
public sealed class MailRecords : ComponentResource
{
    // An hour: short enough to correct a mistake within a morning.
    private const int LifetimeSeconds = 3600;

    public MailRecords(string name, MailRecordsArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:MailRecords", name, args, options)
    {
        foreach (var server in args.Edge.Servers)
        {
            CreateNames(name, args, server);
        }

        foreach (var record in args.Plan.Published.Where(record => record.Type != "A"))
        {
            CreateDomainRecord(name, args, record);
        }

        RegisterOutputs();
    }

    // AWS takes a reverse name only when the name leads to the address (EC2 user guide, "Elastic IP
    // addresses", 2026).
    private void CreateNames(string name, MailRecordsArgs args, HostPlan server)
    {
        var host = args.Edge.PublicNameOf(server);
        var address = args.EdgeAddresses[server.Name];
        Resource[] forward = args.Plan.Published.Any(record => record.Type == "A" && record.Name == host)
            ? [CreateAddress(name, args, host, address)]
            : [];
        if (args.Edge.HasReverseNames)
        {
            _ = new Ec2.EipDomainName($"{name}-reverse-{host}", new Ec2.EipDomainNameArgs
            {
                AllocationId = address.AllocationId,
                DomainName = host,
            }, new CustomResourceOptions
            {
                Parent = this,

                // Last too: whether the name is known everywhere decides about nothing but itself.
                DependsOn = [.. forward, args.Proof],
            });
        }
    }

    private Route53.Record CreateAddress(string name, MailRecordsArgs args, string host, Ec2.Eip address) =>
        new($"{name}-a-{host}", new Route53.RecordArgs
        {
            ZoneId = args.Plan.PublicHostedZoneId!,
            Name = host,
            Type = Route53.RecordType.A,
            Ttl = LifetimeSeconds,
            Records = address.PublicIp,
        }, new CustomResourceOptions { Parent = this });

    private void CreateDomainRecord(string name, MailRecordsArgs args, PublicRecord record) =>
        _ = new Route53.Record($"{name}-{record.Type.ToLowerInvariant()}-{record.Name}",
            new Route53.RecordArgs
            {
                ZoneId = args.Plan.PublicHostedZoneId!,
                Name = record.Name,
                Type = record.Type,
                Ttl = LifetimeSeconds,
                Records = record.Values.Select(value => Known(value, args)).ToArray(),
            }, new CustomResourceOptions { Parent = this, DependsOn = { args.Proof } });

    private static Input<string> Known(string value, MailRecordsArgs args) =>
        value.Contains(PublicRecords.NatAddresses, StringComparison.Ordinal)
            ? args.NatAddresses.Apply(addresses => value.Replace(
                PublicRecords.NatAddresses,
                string.Join(' ', addresses.Select(address => $"ip4:{address}")),
                StringComparison.Ordinal))
            : value;
}
