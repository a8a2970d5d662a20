using System.Net;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class NetworkPlannerTests
{
    // The deployment guide's defaults for 10.0.0.0/16.
    private static readonly string[] s_guide =
    [
        "Private eu-west-1a 10.0.0.0/19", "Private eu-west-1b 10.0.32.0/19",
        "Private eu-west-1c 10.0.64.0/19",
        "Public eu-west-1a 10.0.128.0/20", "Public eu-west-1b 10.0.144.0/20",
        "Public eu-west-1c 10.0.160.0/20",
    ];

    [Test]
    public void Default_vpc_has_the_subnets_of_the_guide() =>
        Assert.That(Lines(Sample.Settings(3)), Is.EqualTo(s_guide));

    [Test]
    public void Vpc_that_is_not_named_is_the_one_of_the_guide()
    {
        var settings = Sample.Settings(3);
        var plan = NetworkPlanner.Plan(settings.Network with { Cidr = null });

        Assert.That(plan.Cidr, Is.EqualTo(IPNetwork.Parse("10.0.0.0/16")));
        Assert.That(plan.Subnets.Select(Line), Is.EqualTo(s_guide));
    }

    [Test]
    public void Smallest_vpc_is_cut_the_same_way() =>
        Assert.That(Lines(Sample.Settings(3, cidr: "192.168.7.0/24")), Is.EqualTo(new[]
        {
            "Private eu-west-1a 192.168.7.0/27", "Private eu-west-1b 192.168.7.32/27",
            "Private eu-west-1c 192.168.7.64/27", "Public eu-west-1a 192.168.7.128/28",
            "Public eu-west-1b 192.168.7.144/28", "Public eu-west-1c 192.168.7.160/28",
        }));

    [TestCase("10.0.0.0/16")]
    [TestCase("172.16.0.0/20")]
    [TestCase("192.168.7.0/24")]
    public void Third_zone_moves_no_subnet(string cidr)
    {
        var two = Lines(Sample.Settings(2, cidr: cidr)).ToArray();

        Assert.That(two, Has.Length.EqualTo(4));
        Assert.That(two, Is.SubsetOf(Lines(Sample.Settings(3, cidr: cidr))));
    }

    [Test]
    public void Zone_is_known_by_its_last_letter_in_the_order_of_the_stack_file()
    {
        var network = Sample.Settings(2).Network with { Zones = ["eu-west-1c", "eu-west-1a"] };

        Assert.That(NetworkPlanner.Plan(network).Zones, Is.EqualTo(new[]
        {
            new ZonePlan("eu-west-1c", 'C'), new ZonePlan("eu-west-1a", 'A'),
        }));
    }

    [Test]
    public void Given_subnet_blocks_take_the_place_of_derived_ones()
    {
        var network = Sample.Settings(2).Network with
        {
            PrivateSubnetCidrs = [IPNetwork.Parse("10.0.1.0/24"), IPNetwork.Parse("10.0.2.0/24")],
        };

        Assert.That(NetworkPlanner.Plan(network).Subnets.Select(Line), Is.EqualTo(new[]
        {
            "Private eu-west-1a 10.0.1.0/24", "Private eu-west-1b 10.0.2.0/24",
            "Public eu-west-1a 10.0.128.0/20", "Public eu-west-1b 10.0.144.0/20",
        }));
    }

    [TestCase(NatGateways.OnePerZone, "eu-west-1a eu-west-1b eu-west-1c")]
    [TestCase(NatGateways.Single, "eu-west-1a eu-west-1a eu-west-1a")]
    public void Zone_goes_out_through_its_nat_gateway(NatGateways nat, string gateways)
    {
        var plan = NetworkPlanner.Plan(Sample.Settings(3).Network with { NatGateways = nat });

        Assert.That(plan.Zones.Select(zone => plan.NatZoneByZone[zone.Name]),
            Is.EqualTo(gateways.Split(' ')));
        Assert.That(plan.NatZones, Is.EqualTo(gateways.Split(' ').Distinct()));
    }

    [Test]
    public void Existing_vpc_keeps_its_subnets_and_its_way_out()
    {
        var plan = NetworkPlanner.Plan(ExistingVpc());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.ExistingVpcId, Is.EqualTo("vpc-0a1b2c3d"));
            Assert.That(plan.Cidr, Is.Null);
            Assert.That(plan.NatZoneByZone, Is.Empty);
            Assert.That(plan.PublicSubnets, Is.Empty);
            Assert.That(
                plan.PrivateSubnets.Select(subnet => $"{subnet.ExistingId} {Line(subnet)}"),
                Is.EqualTo(new[]
                {
                    "subnet-11111111 Private eu-west-1a 10.9.0.0/24",
                    "subnet-22222222 Private eu-west-1b 10.9.1.0/24",
                }));
            Assert.That(plan.OwnBlocks, Is.EqualTo(
                new[] { IPNetwork.Parse("10.9.0.0/24"), IPNetwork.Parse("10.9.1.0/24") }));
        }
    }

    [TestCase(null, false, true)]
    [TestCase(null, true, false)]
    [TestCase(true, true, true)]
    [TestCase(true, false, true)]
    [TestCase(false, false, false)]
    public void Interface_endpoints_belong_to_a_new_vpc_unless_set(bool? setting, bool existing, bool present)
    {
        var network = (existing ? ExistingVpc() : Sample.Settings(2).Network) with
        {
            InterfaceEndpoints = setting,
        };

        Assert.That(NetworkPlanner.Plan(network).InterfaceEndpoints,
            present
                ? Is.SupersetOf(new[] { "ssm", "ssmmessages", "secretsmanager" })
                : Is.Empty);
    }

    [Test]
    public void Subnets_lie_in_the_vpc_and_apart() =>
        Generators.Check(Generators.ValidSettings, 150, settings =>
        {
            var vpc = settings.Network.Cidr!.Value;
            var subnets = NetworkPlanner.Plan(settings.Network).Subnets;
            var ranges = subnets.Select(subnet => Range(subnet.Cidr)).Order().ToArray();
            return
            [
                .. subnets.Count == 2 * settings.Network.Zones.Count
                    ? Array.Empty<string>()
                    : ["not two subnets a zone"],
                .. subnets.Where(subnet => subnet.Cidr.PrefixLength > 28)
                    .Select(subnet => $"{subnet.Cidr} is too small"),
                .. ranges.Where(range => range.First < Range(vpc).First || range.Last > Range(vpc).Last)
                    .Select(range => $"{range} is outside {vpc}"),
                .. ranges.Zip(ranges.Skip(1)).Where(pair => pair.First.Last >= pair.Second.First)
                    .Select(pair => $"{pair} overlap"),
            ];
        });

    [Test]
    public void Reserved_blocks_lie_in_their_subnet_and_apart() =>
        Generators.Check(Generators.ValidSettings, 150, settings =>
            NetworkPlanner.Plan(settings.Network).Subnets.SelectMany(subnet =>
            {
                var (first, last) = Range(subnet.Cidr);
                var reserved = subnet.Reserved.Select(Range).Order().ToArray();
                return (string[])
                [
                    .. reserved.Length > 0 ? Array.Empty<string>() : [$"{subnet.Cidr} reserves nothing"],
                    .. reserved.Where(block => block.First < first || block.Last > last)
                        .Select(block => $"{block} is outside {subnet.Cidr}"),
                    .. reserved.Zip(reserved.Skip(1)).Where(pair => pair.First.Last >= pair.Second.First)
                        .Select(pair => $"{pair} overlap in {subnet.Cidr}"),
                ];
            }));

    private static NetworkSettings ExistingVpc() => Sample.Settings(2).Network with
    {
        Cidr = null,
        VpcId = "vpc-0a1b2c3d",
        PrivateSubnetIds = ["subnet-11111111", "subnet-22222222"],
        PrivateSubnetCidrs = [IPNetwork.Parse("10.9.0.0/24"), IPNetwork.Parse("10.9.1.0/24")],
    };

    private static (long First, long Last) Range(IPNetwork block)
    {
        var first = block.BaseAddress.GetAddressBytes().Aggregate(0L, (sum, part) => (sum * 256) + part);
        return (first, first + (long)Math.Pow(2, 32 - block.PrefixLength) - 1);
    }

    private static IEnumerable<string> Lines(StackSettings settings) =>
        NetworkPlanner.Plan(settings.Network).Subnets.Select(Line);

    private static string Line(SubnetPlan subnet) => $"{subnet.Tier} {subnet.Zone} {subnet.Cidr}";
}
