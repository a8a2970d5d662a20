using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>
/// Where everything in the topology picture is, in CSS pixels: zones side by side, one row per tier, as
/// high as the zone with most hosts of it needs.
/// </summary>
internal sealed class TopologyLayout
{
    public const double HostHeight = 62;
    public const double Gap = 10;
    public const double Title = 26;
    private const double BandHeight = 38;

    // Names are bold capitals, which are wider than other letters.
    private const double Capitals = 1.3;

    private static readonly Tier[] s_above = [Tier.Administrators, Tier.Clients, Tier.SmtpSenders];
    private static readonly HostRole[] s_public = [HostRole.Gateway, HostRole.Edge];
    private static readonly HostRole[] s_private =
        [HostRole.Mailbox, HostRole.Witness, HostRole.DomainController];

    private readonly DeploymentPlan _plan;
    private readonly List<TopologyRow> _rows = [];
    private double _y = 1;

    public TopologyLayout(DeploymentPlan plan)
    {
        _plan = plan;
        HostWidth = plan.Hosts.Max(WidthOf);
        AddBands(s_above);
        VpcTop = _y;
        _y += Title;
        ZoneTop = _y;
        _y += Title;
        Public = Section(s_public, plan.Network.PublicSubnets.Any(), plan.Network.NatZones.Any());
        AddBands([Tier.NetworkLoadBalancer, Tier.ApplicationLoadBalancer]);
        Private = Section(s_private, isThere: true, hasNat: false);
        AddBands([Tier.Endpoints]);
        ZoneBottom = _y;
        VpcBottom = _y + Gap;
        _y += 2.5 * Gap;
        AddBands([Tier.Internet, Tier.ExistingDomain]);
        Height = _y;
    }

    public IReadOnlyList<TopologyRow> Rows => _rows;

    public double HostWidth { get; }

    public double ZoneWidth => HostWidth + (4 * Gap);

    /// <summary>The width of all zones with the space between and around them.</summary>
    public double Width => (_plan.Network.Zones.Count * (ZoneWidth + Gap)) + Gap;

    public double Height { get; }

    public double VpcTop { get; }

    public double VpcBottom { get; }

    public double ZoneTop { get; }

    public double ZoneBottom { get; }

    /// <summary>Top and bottom of the public subnets; the same when there are none.</summary>
    public (double Top, double Bottom) Public { get; }

    public (double Top, double Bottom) Private { get; }

    /// <summary>Where a zone begins, counted from the left of all zones.</summary>
    public double ZoneLeft(int zone) => Gap + (zone * (ZoneWidth + Gap));

    private (double Top, double Bottom) Section(IEnumerable<HostRole> roles, bool isThere, bool hasNat)
    {
        var hosts = roles.Where(role => _plan.HostsOf(role).Any()).ToArray();
        var top = _y;
        if (!isThere && hosts.Length == 0)
        {
            return (top, top);
        }

        _y += Title;
        foreach (var role in hosts)
        {
            var most = _plan.HostsOf(role).GroupBy(host => host.Zone).Max(zone => zone.Count());
            _rows.Add(new TopologyRow(role.PortTier(), _y, (most * (HostHeight + Gap)) - Gap, Text: null));
            _y = _rows[^1].Top + _rows[^1].Height + Gap;
        }

        _y += hasNat ? Title : 0;
        var bottom = _y;
        _y += Gap;
        return (top, bottom);
    }

    private void AddBands(IEnumerable<Tier> tiers)
    {
        var rules = _plan.Ports.Rules;
        foreach (var tier in tiers.Where(tier => rules.Any(rule => rule.From == tier || rule.To == tier)))
        {
            _rows.Add(new TopologyRow(tier, _y, BandHeight, BandWords.Of(_plan, tier)));
            _y += BandHeight + Gap;
        }
    }

    private static double WidthOf(HostPlan host) => (2 * Gap) + Math.Max(
        Svg.WidthOf(host.Name, 14 * Capitals) + Gap + Svg.WidthOf(host.InstanceType, 11.5),
        Math.Max(Svg.WidthOf(host.Role.Words(), 11.5), Svg.WidthOf(host.AddressWords(), 11.5)));
}
