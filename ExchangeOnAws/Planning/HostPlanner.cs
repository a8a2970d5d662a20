using System.Net;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Planning;

/// <summary>
/// Gives every server its name, zone and address. A name is prefix, zone letter and number within the zone,
/// so that a server added later changes neither name nor address of those that exist.
/// </summary>
internal sealed class HostPlanner(StackSettings settings, NetworkPlan network)
{
    public IReadOnlyList<HostPlan> Plan() =>
    [
        .. DomainControllers(), .. Gateways(), .. Members(), .. Witness(), .. EdgeServers(),
    ];

    /// <summary>How many members a zone holds, in the order of zones.</summary>
    public static IReadOnlyList<int> MembersPerZone(MailboxSettings mailbox, int zones) =>
        (mailbox.Witness, zones) switch
        {
            (Settings.Witness.FileShare, 2) => [mailbox.NodesPerZone, mailbox.NodesPerZone],
            (Settings.Witness.FileShare, _) => [mailbox.NodesPerZone, mailbox.NodesPerZone, 0],
            (Settings.Witness.FullNode, 2) => [mailbox.NodesPerZone + 1, mailbox.NodesPerZone],
            (Settings.Witness.FullNode, _) =>
                [mailbox.NodesPerZone, mailbox.NodesPerZone, mailbox.NodesPerZone],
            _ => throw new InvalidOperationException($"No topology is known for witness {mailbox.Witness}."),
        };

    private IEnumerable<HostPlan> DomainControllers()
    {
        var directory = settings.Directory;
        return directory.Existing is not null
            ? []
            : OnePerPlace(network.Zones.Select(zone => (zone, 0)), HostRole.DomainController,
                directory.NamePrefix, directory.InstanceType);
    }

    private IEnumerable<HostPlan> Gateways() => Spread(settings.Gateway.Hosts).Select(place => new HostPlan(
        Name(settings.Gateway.NamePrefix, place.Zone, place.Ordinal),
        HostRole.Gateway, place.Zone.Name, PrivateIp: null, settings.Gateway.InstanceType));

    private IEnumerable<HostPlan> Members()
    {
        var perZone = MembersPerZone(settings.Mailbox, network.Zones.Count);

        // The first of every zone, then the second: what is told in this order grows at its end.
        var places = Enumerable.Range(0, perZone.Max()).SelectMany(ordinal => network.Zones
            .Where((_, index) => ordinal < perZone[index])
            .Select(zone => (zone, ordinal)));
        return OnePerPlace(
            places, HostRole.Mailbox, settings.Mailbox.NamePrefix, settings.Mailbox.InstanceType);
    }

    private IEnumerable<HostPlan> Witness()
    {
        var mailbox = settings.Mailbox;
        if (mailbox.Witness != Settings.Witness.FileShare)
        {
            return [];
        }

        // Beside the first member where there are two zones, as the guide has it; apart from all where there
        // are three.
        var zone = network.Zones.Count == 2 ? network.Zones[0] : network.Zones[^1];
        return [Host(
            mailbox.WitnessName.ToUpperInvariant(), HostRole.Witness, zone, 0, mailbox.WitnessInstanceType)];
    }

    private IEnumerable<HostPlan> EdgeServers() => OnePerPlace(Spread(settings.Edge.Servers), HostRole.Edge,
        settings.Edge.NamePrefix, settings.Edge.InstanceType);

    private IEnumerable<HostPlan> OnePerPlace(
        IEnumerable<(ZonePlan Zone, int Ordinal)> places, HostRole role,
        string prefix, string instanceType) =>
        places.Select(place =>
            Host(Name(prefix, place.Zone, place.Ordinal), role, place.Zone, place.Ordinal, instanceType));

    private HostPlan Host(string name, HostRole role, ZonePlan zone, int ordinal, string instanceType) => new(
        name, role, zone.Name,
        settings.Network.HostAddresses.GetValueOrDefault(name) ?? DerivedAddress(role, zone, ordinal),
        instanceType);

    // One in every zone, then a second in every zone, and so on.
    private IEnumerable<(ZonePlan Zone, int Ordinal)> Spread(int count) => Enumerable.Range(0, count)
        .Select(index => (network.Zones[index % network.Zones.Count], index / network.Zones.Count));

    private IPAddress? DerivedAddress(HostRole role, ZonePlan zone, int ordinal)
    {
        var tier = role.SubnetTier();
        return network.Subnet(tier, zone.Name) is { } subnet
            ? subnet.Cidr.At(SubnetOffsets.Of(tier, subnet.Cidr).Hosts[role] + ordinal)
            : null;
    }

    private static string Name(string prefix, ZonePlan zone, int ordinal) =>
        $"{prefix.ToUpperInvariant()}{zone.Letter}{ordinal + 1}";
}
