using System.Collections.Immutable;
using System.Net;
using ExchangeOnAws.Planning;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;
using Vpc = Pulumi.Aws.Vpc;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="SecurityGroups"/> needs.</summary>
public sealed class SecurityGroupsArgs : ResourceArgs
{
    public required PortTable Ports { get; init; }

    public required Input<string> VpcId { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>
/// A security group per tier, and for every row of the port table a rule on both sides. Rules are resources
/// of their own: a new row touches nothing else.
/// </summary>
public sealed class SecurityGroups : ComponentResource
{
    private readonly Dictionary<Tier, Ec2.SecurityGroup> _groups;
    private readonly ResourceTags _tags;

    public SecurityGroups(string name, SecurityGroupsArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:SecurityGroups", name, args, options)
    {
        _tags = args.Tags;
        _groups = args.Ports.Groups.ToDictionary(
            tier => tier, tier => CreateGroup(name, args, tier));
        Ids = _groups.ToDictionary(group => group.Key, group => group.Value.Id);
        foreach (var rule in args.Ports.Rules)
        {
            CreateIngress(name, rule, args.Ports.Outside);
            CreateEgress(name, rule, args.Ports.Outside);
        }

        IdsByTier = Output.All(_groups.OrderBy(group => group.Key).Select(group => group.Value.Id))
            .Apply(ids => _groups.Keys.Order().Zip(ids)
                .ToImmutableDictionary(pair => pair.First.Word(), pair => pair.Second));
        RegisterOutputs();
    }

    public IReadOnlyDictionary<Tier, Output<string>> Ids { get; }

    /// <summary>Group ids by the tier's name, for example mailbox.</summary>
    [Output]
    public Output<ImmutableDictionary<string, string>> IdsByTier { get; private set; }

    private Ec2.SecurityGroup CreateGroup(string name, SecurityGroupsArgs args, Tier tier) =>
        new($"{name}-{tier.Word()}", new Ec2.SecurityGroupArgs
        {
            VpcId = args.VpcId,

            // A description can never be changed without replacing the group, so it says no more than it
            // must.
            Description = $"Exchange on AWS: {tier.Word()}",
            Tags = _tags.Named(tier.Word()),
        }, new CustomResourceOptions { Parent = this });

    private void CreateIngress(
        string name, PortRule rule, IReadOnlyDictionary<Tier, IReadOnlyList<IPNetwork>> outside)
    {
        if (!_groups.TryGetValue(rule.To, out var group))
        {
            return;
        }

        foreach (var (suffix, cidr, peer) in PeersOf(rule.From, outside))
        {
            _ = new Vpc.SecurityGroupIngressRule(
                $"{name}-{rule.To.Word()}-from-{suffix}-{NameOf(rule)}",
                new Vpc.SecurityGroupIngressRuleArgs
                {
                    SecurityGroupId = group.Id,
                    IpProtocol = ProtocolOf(rule),
                    FromPort = FirstPortOf(rule),
                    ToPort = LastPortOf(rule),
                    CidrIpv4 = cidr,
                    ReferencedSecurityGroupId = peer,
                    Description = rule.Purpose,
                    Tags = _tags.Named($"{rule.To.Word()}-from-{suffix}"),
                }, new CustomResourceOptions { Parent = this });
        }
    }

    private void CreateEgress(
        string name, PortRule rule, IReadOnlyDictionary<Tier, IReadOnlyList<IPNetwork>> outside)
    {
        if (!_groups.TryGetValue(rule.From, out var group))
        {
            return;
        }

        foreach (var (suffix, cidr, peer) in PeersOf(rule.To, outside))
        {
            _ = new Vpc.SecurityGroupEgressRule(
                $"{name}-{rule.From.Word()}-to-{suffix}-{NameOf(rule)}",
                new Vpc.SecurityGroupEgressRuleArgs
                {
                    SecurityGroupId = group.Id,
                    IpProtocol = ProtocolOf(rule),
                    FromPort = FirstPortOf(rule),
                    ToPort = LastPortOf(rule),
                    CidrIpv4 = cidr,
                    ReferencedSecurityGroupId = peer,
                    Description = rule.Purpose,
                    Tags = _tags.Named($"{rule.From.Word()}-to-{suffix}"),
                }, new CustomResourceOptions { Parent = this });
        }
    }

    // Our own tiers are referenced by group, places outside by address block: one rule each.
    private IEnumerable<(string Suffix, Input<string>? Cidr, Input<string>? Group)> PeersOf(
        Tier tier, IReadOnlyDictionary<Tier, IReadOnlyList<IPNetwork>> outside) =>
        _groups.TryGetValue(tier, out var group)
            ? [(tier.Word(), null, group.Id)]
            : outside[tier].Select(block => (
                $"{tier.Word()}-{block.ToString().Replace('/', '-')}",
                (Input<string>?)block.ToString(), (Input<string>?)null));

    private static string NameOf(PortRule rule) => $"{rule.Protocol}-{rule.Ports}";

    private static string ProtocolOf(PortRule rule) => rule.Protocol == PortRule.All ? "-1" : rule.Protocol;

    // EC2 wants no ports with every protocol, and -1 for every kind of ICMP.
    private static Input<int>? FirstPortOf(PortRule rule) => PortOf(rule, rule.FirstPort);

    private static Input<int>? LastPortOf(PortRule rule) => PortOf(rule, rule.LastPort);

    private static Input<int>? PortOf(PortRule rule, int? port) =>
        (rule.Protocol, port) switch
        {
            (PortRule.All, _) => null,
            (_, { } number) => number,
            _ => -1,
        };
}
