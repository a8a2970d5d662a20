using System.Xml.Linq;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Reporting;

/// <summary>
/// The topology as boxes that stand below each other on a narrow screen, where the picture's text would be
/// too small.
/// </summary>
internal static class ZoneCards
{
    public static IEnumerable<XElement> Of(DeploymentPlan plan)
    {
        Tier[] bands =
        [
            Tier.Administrators, Tier.Clients, Tier.SmtpSenders, Tier.NetworkLoadBalancer,
            Tier.ApplicationLoadBalancer, Tier.Endpoints, Tier.Internet, Tier.ExistingDomain,
        ];
        var rules = plan.Ports.Rules;
        yield return Tag.Of("ul", Tag.Class("bands"), bands
            .Where(tier => rules.Any(rule => rule.From == tier || rule.To == tier))
            .Select(tier => Tag.Of("li", BandWords.Of(plan, tier))));
        yield return Tag.Of("div", Tag.Class("zones"), plan.Network.Zones.Select(zone => Zone(plan, zone)));
    }

    private static XElement Zone(DeploymentPlan plan, ZonePlan zone) => Tag.Of(
        "div", Tag.Class("zone-card"), Tag.Of("h3", zone.Name),
        new[] { SubnetTier.Public, SubnetTier.Private }.Select(tier => Subnet(plan, zone, tier)));

    private static XElement? Subnet(DeploymentPlan plan, ZonePlan zone, SubnetTier tier)
    {
        var subnet = plan.Network.Subnet(tier, zone.Name);
        var hosts = plan.Hosts
            .Where(host => host.Zone == zone.Name && host.Role.SubnetTier() == tier).ToArray();
        if (subnet is null && hosts.Length == 0)
        {
            return null;
        }

        var hasNat = tier == SubnetTier.Public && plan.Network.NatZones.Contains(zone.Name);
        return Tag.Of(
            "div", Tag.Class("subnet-card"), subnet is null ? null : Tag.Of("h4", subnet.Words()),
            hosts.Length == 0 && !hasNat
                ? Tag.Paragraph("no hosts")
                : Tag.Of("ul", hosts.Select(Host), hasNat ? Tag.Of("li", "NAT gateway") : null));
    }

    private static XElement Host(HostPlan host) => Tag.Of(
        "li", Tag.With("data-host", host.Name), Tag.Of("strong", host.Name), " ",
        Tag.Of("span", host.InstanceType), " ", Tag.Of("span", host.Role.Words()), " ",
        Tag.Of("span", host.AddressWords()));
}
