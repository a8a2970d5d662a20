using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>No security group has more rules than a new account's may have.</summary>
internal sealed class SecurityGroupRulesCheck : ICheck
{
    // Amazon VPC user guide, "Amazon VPC quotas", Security groups (2026). Rules times the groups of a network
    // interface are 1,000 at most, whatever is asked for.
    private const string QuotaCode = "L-0EA8095F";
    private const int Most = 1000;

    private const string ControllerCidrs = "directory.existing.domainControllerCidrs";
    private const string ControllerAddresses = "directory.existing.domainControllerAddresses";

    public IReadOnlyList<string> Subjects { get; } =
    [
        "gateway.allowedCidrs", "clientAccess.allowedCidrs", "edge.smtpCidrs", ControllerCidrs,
        ControllerAddresses,
    ];

    public IEnumerable<Finding> Run(DeploymentPlan plan) =>
    [
        .. plan.Ports.Groups.SelectMany(group => new[]
        {
            Exceeded(plan, group, incoming: true), Exceeded(plan, group, incoming: false),
        }).OfType<Finding>(),
        .. plan.Ports.Rules.Where(RuleQuota.IsWidened)
            .GroupBy(rule => plan.Ports.Outside.ContainsKey(rule.From) ? rule.From : rule.To)
            .Select(wide => Widened(plan, wide.Key, [.. wide])),
    ];

    private static Finding? Exceeded(DeploymentPlan plan, Tier group, bool incoming)
    {
        var count = plan.Ports.RulesOf(group, incoming);
        if (count <= RuleQuota.PerDirection)
        {
            return null;
        }

        var (tier, share) = plan.Ports.Rules
            .Where(rule => (incoming ? rule.To : rule.From) == group)
            .GroupBy(rule => incoming ? rule.From : rule.To)
            .Where(side => plan.Ports.Outside.ContainsKey(side.Key) && side.Key != Tier.Internet)
            .Select(side => (side.Key, Share: side.Count() * plan.Ports.BlocksOf(side.Key)))
            .MaxBy(side => side.Share);
        var key = KeyOf(plan, tier);
        var text = $"{key} makes {share} of the {count} {(incoming ? "inbound" : "outbound")} rules of the "
            + $"{group.Name()} security group";
        return count > Most
            ? Finding.Error(key, $"{text}; AWS grants {Most} at most. List fewer, larger networks.")
            : Finding.Warning(key, $"{text}; the default quota is {RuleQuota.PerDirection}. List fewer, "
                + "larger networks, or request more in Service Quotas: Inbound or outbound rules per "
                + $"security group, code {QuotaCode}.");
    }

    private static Finding Widened(DeploymentPlan plan, Tier tier, PortRule[] rules)
    {
        var key = KeyOf(plan, tier);
        var groups = string.Join(
            " and ", rules.Select(rule => (rule.From == tier ? rule.To : rule.From).Name()));
        var text = $"{key} names {plan.Ports.BlocksOf(tier)} networks; a rule for each port and network "
            + $"would be more than the {RuleQuota.PerDirection} of a security group";
        return Finding.Info(key, tier == Tier.ExistingDomain
            ? $"{text}, so {groups} may reach them on every port. To keep to the ports that a member needs, "
                + $"name one network that covers them in {ControllerCidrs}."
            : $"{text}, so those of {groups} span the listeners' ports. Only listeners answer.");
    }

    private static string KeyOf(DeploymentPlan plan, Tier tier) => tier switch
    {
        Tier.Administrators => "gateway.allowedCidrs",
        Tier.SmtpSenders => "edge.smtpCidrs",
        Tier.ExistingDomain => plan.Settings.Directory.Existing?.DomainControllerCidrs is null
            ? ControllerAddresses
            : ControllerCidrs,
        _ => "clientAccess.allowedCidrs",
    };
}
