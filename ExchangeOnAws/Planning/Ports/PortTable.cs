using System.Net;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>
/// Who may talk to whom, in a stable order, without rules for tiers that the deployment lacks.
/// </summary>
/// <param name="Rules">The rules.</param>
/// <param name="Outside">The addresses of the tiers that are not ours.</param>
public sealed record PortTable(
    IReadOnlyList<PortRule> Rules, IReadOnlyDictionary<Tier, IReadOnlyList<IPNetwork>> Outside)
{
    /// <summary>The tiers of ours that some rule names; each has a security group.</summary>
    public IReadOnlyList<Tier> Groups => [.. Rules
        .SelectMany(rule => new[] { rule.From, rule.To })
        .Where(tier => !Outside.ContainsKey(tier))
        .Distinct()
        .Order()];

    /// <summary>How many rules a tier's group has for what comes in, or for what goes out.</summary>
    /// <remarks>
    /// Every block counts, and so does a reference to a group (Amazon VPC user guide, "Amazon VPC quotas",
    /// 2026). A prefix list would count as many as it may hold, so it makes none fewer.
    /// </remarks>
    public int RulesOf(Tier group, bool incoming) => Rules
        .Where(rule => (incoming ? rule.To : rule.From) == group)
        .Sum(rule => BlocksOf(incoming ? rule.From : rule.To));

    /// <summary>How many rules one row makes for this end of it.</summary>
    public int BlocksOf(Tier tier) => Outside.TryGetValue(tier, out var blocks) ? blocks.Count : 1;

    internal static PortTable From(StackSettings settings, NetworkPlan network)
    {
        var outside = OutsideTiers(settings, network);
        var present = PresentTiers(settings, network).Concat(outside.Keys).ToHashSet();

        // EC2 refuses a rule that differs from another in nothing but its description.
        var rules = AllRules(settings)
            .Where(rule => present.Contains(rule.From) && present.Contains(rule.To))
            .DistinctBy(rule => (rule.From, rule.To, rule.Protocol, rule.Ports));
        return RuleQuota.Fit(new PortTable([.. rules], outside));
    }

    private static IEnumerable<PortRule> AllRules(StackSettings settings) =>
    [
        .. GatewayPorts.Rules,
        .. ClientAccessPorts.Rules(settings.ClientAccess),
        .. ExchangePorts.Rules,
        .. DirectoryPorts.Rules,
        .. EdgePorts.Rules,
        .. OutboundPorts.Rules(settings),
    ];

    private static IEnumerable<Tier> PresentTiers(StackSettings settings, NetworkPlan network)
    {
        yield return Tier.Mailbox;
        yield return Tier.NetworkLoadBalancer;
        if (settings.Directory.Existing is null)
        {
            yield return Tier.DomainController;
        }

        if (settings.Mailbox.Witness == Witness.FileShare)
        {
            yield return Tier.Witness;
        }

        if (settings.ClientAccess.ApplicationLoadBalancer is not null)
        {
            yield return Tier.ApplicationLoadBalancer;
        }

        if (settings.Gateway.Hosts > 0)
        {
            yield return Tier.Gateway;
        }

        if (settings.Edge.Servers > 0)
        {
            yield return Tier.Edge;
        }

        if (network.InterfaceEndpoints.Count > 0)
        {
            yield return Tier.Endpoints;
        }
    }

    private static Dictionary<Tier, IReadOnlyList<IPNetwork>> OutsideTiers(
        StackSettings settings, NetworkPlan network)
    {
        IReadOnlyList<IPNetwork> anywhere = [new(IPAddress.Any, 0)];
        var outside = new Dictionary<Tier, IReadOnlyList<IPNetwork>>
        {
            [Tier.Administrators] = Once(settings.Gateway.AllowedCidrs),
            [Tier.Clients] = Once(settings.ClientAccess.AllowedCidrs ?? network.OwnBlocks),
            [Tier.SmtpSenders] = Once(settings.Edge.SmtpCidrs ?? anywhere),
            [Tier.Internet] = anywhere,
        };
        if (settings.Directory.Existing is { } existing)
        {
            outside[Tier.ExistingDomain] = Once(existing.DomainControllerCidrs
                ?? existing.DomainControllerAddresses.Select(address => new IPNetwork(address, 32)));
        }

        return outside;
    }

    // A network that somebody lists twice is one rule.
    private static IReadOnlyList<IPNetwork> Once(IEnumerable<IPNetwork> blocks) => [.. blocks.Distinct()];
}
