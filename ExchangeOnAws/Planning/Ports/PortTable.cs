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

    internal static PortTable From(StackSettings settings, NetworkPlan network)
    {
        var outside = OutsideTiers(settings, network);
        var present = PresentTiers(settings, network).Concat(outside.Keys).ToHashSet();

        // EC2 refuses a rule that differs from another in nothing but its description.
        var rules = AllRules(settings)
            .Where(rule => present.Contains(rule.From) && present.Contains(rule.To))
            .DistinctBy(rule => (rule.From, rule.To, rule.Protocol, rule.Ports));
        return new PortTable([.. rules], outside);
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
            [Tier.Administrators] = settings.Gateway.AllowedCidrs,
            [Tier.Clients] = settings.ClientAccess.AllowedCidrs ?? network.OwnBlocks,
            [Tier.SmtpSenders] = settings.Edge.SmtpCidrs ?? anywhere,
            [Tier.Internet] = anywhere,
        };
        if (settings.Directory.Existing is { } existing)
        {
            outside[Tier.ExistingDomain] = existing.DomainControllerCidrs
                ?? [.. existing.DomainControllerAddresses.Select(address => new IPNetwork(address, 32))];
        }

        return outside;
    }
}
