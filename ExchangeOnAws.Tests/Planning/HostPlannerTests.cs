using System.Net;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using ExchangeOnAws.Values;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class HostPlannerTests
{
    [Test]
    public void Two_zones_have_the_hosts_of_the_guide() =>
        Assert.That(Lines(Sample.Settings(2)), Is.EqualTo(new[]
        {
            "DCA1 eu-west-1a 10.0.0.10", "DCB1 eu-west-1b 10.0.32.10",
            "RDGWA1 eu-west-1a -", "RDGWB1 eu-west-1b -",
            "EXA1 eu-west-1a 10.0.0.100", "EXB1 eu-west-1b 10.0.32.100", "WITNESS eu-west-1a 10.0.0.200",
        }));

    [Test]
    public void Three_zones_have_the_witness_in_the_third()
    {
        var settings = Sample.Settings(3) with { Edge = new() { Servers = 2 } };

        Assert.That(Lines(settings), Is.EqualTo(new[]
        {
            "DCA1 eu-west-1a 10.0.0.10", "DCB1 eu-west-1b 10.0.32.10", "DCC1 eu-west-1c 10.0.64.10",
            "RDGWA1 eu-west-1a -", "RDGWB1 eu-west-1b -",
            "EXA1 eu-west-1a 10.0.0.100", "EXB1 eu-west-1b 10.0.32.100",
            "WITNESS eu-west-1c 10.0.64.200", "EDGEA1 eu-west-1a 10.0.128.12",
            "EDGEB1 eu-west-1b 10.0.144.12",
        }));
    }

    [Test]
    public void Smallest_vpc_has_room_for_every_host()
    {
        var settings = Sample.Settings(2, Witness.FullNode, nodesPerZone: 2, cidr: "192.168.7.0/24") with
        {
            Gateway = new() { Hosts = 0 },
            Edge = new() { Servers = 3 },
        };

        Assert.That(Lines(settings), Is.EqualTo(new[]
        {
            "DCA1 eu-west-1a 192.168.7.4", "DCB1 eu-west-1b 192.168.7.36",
            "EXA1 eu-west-1a 192.168.7.7", "EXB1 eu-west-1b 192.168.7.39",
            "EXA2 eu-west-1a 192.168.7.8", "EXB2 eu-west-1b 192.168.7.40",
            "EXA3 eu-west-1a 192.168.7.9",
            "EDGEA1 eu-west-1a 192.168.7.136", "EDGEB1 eu-west-1b 192.168.7.152",
            "EDGEA2 eu-west-1a 192.168.7.137",
        }));
    }

    // Design 4: two and three zones with either witness, for n = 1, 2 and 3 members in a zone.
    [TestCase(2, Witness.FileShare, 1, "A1 B1", "eu-west-1a")]
    [TestCase(2, Witness.FileShare, 2, "A1 B1 A2 B2", "eu-west-1a")]
    [TestCase(3, Witness.FileShare, 1, "A1 B1", "eu-west-1c")]
    [TestCase(3, Witness.FileShare, 2, "A1 B1 A2 B2", "eu-west-1c")]
    [TestCase(2, Witness.FullNode, 1, "A1 B1 A2", null)]
    [TestCase(2, Witness.FullNode, 2, "A1 B1 A2 B2 A3", null)]
    [TestCase(3, Witness.FullNode, 1, "A1 B1 C1", null)]
    [TestCase(3, Witness.FullNode, 3, "A1 B1 C1 A2 B2 C2 A3 B3 C3", null)]
    public void Members_and_witness_stand_where_the_topology_says(
        int zones, Witness witness, int nodesPerZone, string members, string? witnessZone)
    {
        var plan = Sample.Plan(Sample.Settings(zones, witness, nodesPerZone));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.HostsOf(HostRole.Mailbox).Select(host => host.Name),
                Is.EqualTo(members.Split(' ').Select(place => "EX" + place)));
            Assert.That(plan.HostsOf(HostRole.Witness).Select(host => host.Zone),
                Is.EqualTo(witnessZone is null ? Array.Empty<string>() : [witnessZone]));
            Assert.That(plan.Cluster.Witness?.Zone, Is.EqualTo(witnessZone));
        }
    }

    [TestCase(Witness.FileShare)]
    [TestCase(Witness.FullNode)]
    public void Third_zone_renames_and_moves_no_domain_controller_and_no_member(Witness witness)
    {
        var two = Stateful(Sample.Settings(2, witness)).ToArray();
        var three = Stateful(Sample.Settings(3, witness));

        // With fullNode the odd member of two zones gives way to the third zone's own.
        var kept = two.Except(witness == Witness.FileShare ? [] : ["EXA2 eu-west-1a 10.0.0.101"]);
        Assert.That(two, Has.Length.EqualTo(witness == Witness.FileShare ? 4 : 5));
        Assert.That(kept, Is.SubsetOf(three));
    }

    [Test]
    public void Existing_domain_has_no_domain_controller_of_ours()
    {
        var settings = Sample.Settings(2);
        var existing = new ExistingDirectorySettings
        {
            DomainControllerAddresses = [IPAddress.Parse("10.200.0.10"), IPAddress.Parse("10.200.1.10")],
        };
        var plan = Sample.Plan(settings with { Directory = settings.Directory with { Existing = existing } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.HostsOf(HostRole.DomainController), Is.Empty);
            Assert.That(plan.Directory.IsExisting, Is.True);
            Assert.That(plan.Directory.DnsServers, Is.EqualTo(existing.DomainControllerAddresses));
        }
    }

    [Test]
    public void New_domain_is_answered_by_its_own_domain_controllers()
    {
        var directory = Sample.Plan(Sample.Settings(2)).Directory;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(directory.NetBiosName, Is.EqualTo("CORP"));
            Assert.That(directory.SiteName, Is.EqualTo("eu-west-1"));
            Assert.That(directory.DnsServers,
                Is.EqualTo(new[] { IPAddress.Parse("10.0.0.10"), IPAddress.Parse("10.0.32.10") }));
        }
    }

    [Test]
    public void Given_prefixes_and_addresses_take_the_place_of_derived_ones()
    {
        var settings = Sample.Settings(2) with
        {
            Network = Sample.Settings(2).Network with
            {
                HostAddresses = Plans.HostAddresses(
                    ("MAIL-A1", "10.0.0.50"), ("MAIL-B1", "10.0.32.50"), ("FSW01", "10.0.0.60")),
            },
            Gateway = new() { Hosts = 0 },
            Mailbox = new()
            {
                NamePrefix = "mail-",
                WitnessName = "FSW01",
            },
        };

        Assert.That(Lines(settings).Skip(2), Is.EqualTo(new[]
        {
            "MAIL-A1 eu-west-1a 10.0.0.50", "MAIL-B1 eu-west-1b 10.0.32.50", "FSW01 eu-west-1a 10.0.0.60",
        }));
    }

    [Test]
    public void Gateways_and_edge_servers_go_round_the_zones()
    {
        var plan = Sample.Plan(
            Sample.Settings(3) with { Gateway = new() { Hosts = 4 }, Edge = new() { Servers = 5 } });

        Assert.That(plan.HostsOf(HostRole.Gateway).Select(host => host.Name),
            Is.EqualTo(new[] { "RDGWA1", "RDGWB1", "RDGWC1", "RDGWA2" }));
        Assert.That(plan.HostsOf(HostRole.Edge).Select(host => host.Name),
            Is.EqualTo(new[] { "EDGEA1", "EDGEB1", "EDGEC1", "EDGEA2", "EDGEB2" }));
    }

    [Test]
    public void Addresses_lie_in_a_reserved_block_of_the_hosts_own_subnet() =>
        Generators.Check(Generators.ValidSettings, 150, settings =>
        {
            var plan = Sample.Plan(settings);
            var placed = plan.Hosts.Where(host => host.Role != HostRole.Gateway).ToArray();
            return
            [
                .. placed.Length > 0 ? Array.Empty<string>() : ["no host"],
                .. placed.Where(host => host.PrivateIp is null).Select(host => $"{host.Name} has no address"),
                .. placed.Where(host => !IsReserved(plan.Network, host))
                    .Select(host => $"{host} is not reserved"),
                .. placed.CountBy(host => host.PrivateIp!.ToString()).Where(address => address.Value > 1)
                    .Select(address => $"{address.Key} is given twice"),
            ];
        });

    [Test]
    public void Names_are_unique_and_fit_NetBIOS() =>
        Generators.Check(Generators.ValidSettings, 150, settings =>
        {
            var names = Sample.Plan(settings).Hosts.Select(host => host.Name).ToArray();
            return
            [
                .. names.Where(name => name.Length is 0 or > 15).Select(name => $"{name} does not fit"),
                .. names.CountBy(name => name, StringComparer.OrdinalIgnoreCase).Where(name => name.Value > 1)
                    .Select(name => $"{name.Key} is given twice"),
            ];
        });

    [Test]
    public void Members_stand_where_the_topology_says_for_any_number() =>
        Generators.Check(Generators.ValidSettings, 150, settings =>
        {
            var n = settings.Mailbox.NodesPerZone;
            int[] expected = (settings.Network.Zones.Count, settings.Mailbox.Witness) switch
            {
                (2, Witness.FileShare) => [n, n],
                (3, Witness.FileShare) => [n, n, 0],
                (2, Witness.FullNode) => [n + 1, n],
                _ => [n, n, n],
            };
            var members = Sample.Plan(settings).Cluster.Members;
            return settings.Network.Zones.Select((zone, index) => (zone, index))
                .Where(pair => members.Count(member => member.Zone == pair.zone) != expected[pair.index])
                .Select(pair => $"{pair.zone} has another number of members than {expected[pair.index]}");
        });

    [Test]
    public void Node_added_renames_and_moves_no_host() =>
        Generators.Check(Generators.ValidSettings, 150, settings =>
        {
            var more = settings with
            {
                Mailbox = settings.Mailbox with
                {
                    NodesPerZone = settings.Mailbox.NodesPerZone + 1,
                    Copies = null,
                },
            };
            return Lines(settings).Except(Lines(more)).Select(line => $"{line} is gone");
        });

    private static bool IsReserved(NetworkPlan network, HostPlan host)
    {
        var subnet = network.Subnet(
            host.Role == HostRole.Edge ? SubnetTier.Public : SubnetTier.Private, host.Zone)!;
        var address = host.PrivateIp!.GetAddressBytes();
        return subnet.Reserved.Any(block => block.Contains(host.PrivateIp))
            && subnet.Cidr.Contains(host.PrivateIp)
            && Enumerable.Range(0, 4).All(offset =>
                !subnet.Cidr.At(offset).GetAddressBytes().SequenceEqual(address))
            && !subnet.Cidr.At((int)Math.Pow(2, 32 - subnet.Cidr.PrefixLength) - 1).Equals(host.PrivateIp);
    }

    private static IEnumerable<string> Lines(StackSettings settings) =>
        Sample.Plan(settings).Hosts.Select(Sample.Line);

    private static IEnumerable<string> Stateful(StackSettings settings) => Sample.Plan(settings).Hosts
        .Where(host => host.Role is HostRole.DomainController or HostRole.Mailbox)
        .Select(Sample.Line);
}
