using System.Xml.Linq;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Reporting;

/// <summary>The topology as a picture: zones as columns, tiers as rows, connections as arrows.</summary>
internal sealed class TopologyPicture
{
    // Half the width of an outline, which would be cut off at the left end.
    private const double Edge = 1;
    private readonly DeploymentPlan _plan;
    private readonly TopologyLayout _layout;
    private readonly ConnectionPicture _connections;

    public TopologyPicture(DeploymentPlan plan, IReadOnlyList<Connection> connections)
    {
        _plan = plan;
        _layout = new TopologyLayout(plan);
        _connections = new ConnectionPicture(connections, _layout.Rows, _layout.Width);
    }

    public XElement Draw()
    {
        var (width, height) = (_connections.Right, _layout.Height);
        var picture = Svg.Picture(
            "topology-picture", $"Topology of stack {_plan.StackName}",
            $"{_plan.Network.Zones.Count} zones with their subnets and hosts, and arrows between tiers. "
                + "The tables Hosts and Ports say the same in words.",
            Vpc(), _plan.Network.Zones.Select(Zone), _connections.Draw(), Bands(),
            _plan.Network.Zones.Select(Hosts));
        picture.Add(
            Tag.With("viewBox", FormattableString.Invariant($"0 0 {width:0.#} {height:0.#}")),
            Tag.With("width", width), Tag.With("height", height));
        return picture;
    }

    private IEnumerable<XElement> Vpc() =>
    [
        Svg.Box(
            "vpc", Edge, _layout.VpcTop, _layout.Width - Edge, _layout.VpcBottom - _layout.VpcTop,
            radius: 10),
        Svg.Text(
            "place", TopologyLayout.Gap, _layout.VpcTop + 18,
            _plan.Network.ExistingVpcId is { } id ? $"existing VPC {id}" : $"VPC {_plan.Network.Cidr}"),
    ];

    private IEnumerable<XElement> Zone(ZonePlan zone, int index)
    {
        var left = _layout.ZoneLeft(index);
        yield return Svg.Box(
            "zone", left, _layout.ZoneTop, _layout.ZoneWidth, _layout.ZoneBottom - _layout.ZoneTop);
        yield return Svg.Text("zone-name", left + TopologyLayout.Gap, _layout.ZoneTop + 18, zone.Name);
        foreach (var (tier, (top, bottom)) in new[]
        {
            (SubnetTier.Public, _layout.Public), (SubnetTier.Private, _layout.Private),
        })
        {
            if (_plan.Network.Subnet(tier, zone.Name) is { } subnet)
            {
                yield return Svg.Box(
                    "subnet", left + TopologyLayout.Gap, top,
                    _layout.ZoneWidth - (2 * TopologyLayout.Gap), bottom - top);
                yield return Svg.Text("place", left + (2 * TopologyLayout.Gap), top + 18, subnet.Words());
            }
        }

        if (_plan.Network.NatZones.Contains(zone.Name))
        {
            yield return Svg.Text(
                "detail", left + (2 * TopologyLayout.Gap), _layout.Public.Bottom - 10, "NAT gateway");
        }
    }

    private IEnumerable<XElement> Bands() => _layout.Rows
        .Where(row => row.Text is not null)
        .SelectMany(row => new[]
        {
            Svg.Box("band", Edge, row.Top, _layout.Width - Edge, row.Height),
            Svg.Text("detail", 2 * TopologyLayout.Gap, row.Middle + 4, row.Text!),
        });

    private IEnumerable<XElement> Hosts(ZonePlan zone, int index) => _layout.Rows
        .SelectMany(row => _plan.Hosts
            .Where(host => host.Zone == zone.Name && host.Role.PortTier() == row.Tier)
            .Select((host, ordinal) => Host(
                host, _layout.ZoneLeft(index) + (2 * TopologyLayout.Gap),
                row.Top + (ordinal * (TopologyLayout.HostHeight + TopologyLayout.Gap)))));

    private XElement Host(HostPlan host, double left, double top)
    {
        var inner = left + TopologyLayout.Gap;
        return Tag.Of(
            "g", Tag.Class("host"), Tag.With("data-host", host.Name),
            Svg.Box("host-box", left, top, _layout.HostWidth, TopologyLayout.HostHeight),
            Svg.Text("host-name", inner, top + 20, host.Name),
            Svg.Text(
                "detail end", left + _layout.HostWidth - TopologyLayout.Gap, top + 20, host.InstanceType),
            Svg.Text("detail", inner, top + 37, host.Role.Words()),
            Svg.Text("detail", inner, top + 53, host.AddressWords()));
    }
}
