using System.Globalization;
using System.Xml.Linq;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Reporting;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Reporting;

public sealed class TopologyPictureTests
{
    [TestCase("dev")]
    [TestCase("prod")]
    [TestCase("large")]
    public async Task Every_host_is_in_the_picture_and_in_the_boxes_of_a_narrow_screen(string name)
    {
        var plan = HtmlReports.PlanOf(name);
        var topology = (await HtmlReports.PageOf(plan)).WithId("topology");
        var names = plan.Hosts.Select(host => host.Name);

        XElement[] parts = [topology.Descendants("svg").Single(), topology.WithClass("narrow").Single()];
        foreach (var part in parts)
        {
            var hosts = part.Descendants().Where(element => element.Attribute("data-host") is not null)
                .ToLookup(host => (string)host.Attribute("data-host")!, host => host.Value);
            Assert.That(hosts.Select(host => host.Key), Is.EquivalentTo(names));
            foreach (var host in plan.Hosts)
            {
                Assert.That(
                    hosts[host.Name].Single(),
                    Does.Contain(host.Name).And.Contain(host.InstanceType)
                        .And.Contain(host.Role.Words()).And.Contain(host.AddressWords()));
            }
        }
    }

    [TestCase("dev")]
    [TestCase("prod")]
    [TestCase("large")]
    public void Hosts_and_bands_are_apart_and_inside_the_picture(string name)
    {
        var picture = Draw(HtmlReports.PlanOf(name));
        var boxes = Boxes(picture, "host-box").Concat(Boxes(picture, "band")).ToArray();
        var (width, height) = (Number(picture, "width"), Number(picture, "height"));

        Assert.That(boxes, Is.Not.Empty);
        using (Assert.EnterMultipleScope())
        {
            foreach (var (index, box) in boxes.Index())
            {
                Assert.That(new Rectangle(0, 0, width, height).Holds(box), $"{box}");
                Assert.That(boxes.Skip(index + 1).Where(box.Touches), Is.Empty, $"{box}");
            }
        }
    }

    [TestCase("dev")]
    [TestCase("prod")]
    [TestCase("large")]
    public void Hosts_are_inside_their_subnets_and_labels_of_arrows_apart(string name)
    {
        var plan = HtmlReports.PlanOf(name);
        var picture = Draw(plan);
        var subnets = Boxes(picture, "subnet");
        var labels = Boxes(picture, "label");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(subnets, Has.Count.EqualTo(plan.Network.Subnets.Count));
            foreach (var host in Boxes(picture, "host-box"))
            {
                Assert.That(subnets.Count(subnet => subnet.Holds(host)), Is.EqualTo(1), $"{host}");
            }

            foreach (var (index, label) in labels.Index())
            {
                Assert.That(labels.Skip(index + 1).Where(label.Touches), Is.Empty, $"{label}");
            }
        }
    }

    [TestCase("dev")]
    [TestCase("prod")]
    [TestCase("large")]
    public void Arrows_of_one_lane_do_not_touch(string name)
    {
        var arrows = Draw(HtmlReports.PlanOf(name)).WithClass("arrow")
            .ToLookup(
                arrow => Number(arrow, "x1"),
                arrow => (Top: Number(arrow, "y1"), Bottom: Number(arrow, "y2")));

        Assert.That(arrows, Is.Not.Empty);
        foreach (var lane in arrows.Select(lane => lane.OrderBy(arrow => arrow.Top).ToArray()))
        {
            Assert.That(lane.Zip(lane.Skip(1)).Where(pair => pair.First.Bottom >= pair.Second.Top), Is.Empty);
        }
    }

    [Test]
    public void Every_pair_of_tiers_of_the_port_table_has_an_arrow()
    {
        var ports = HtmlReports.Large.Ports;
        var connections = Connection.Of(ports);
        var drawn = connections
            .SelectMany(one => one.From.SelectMany(from => one.To.SelectMany(to => one.IsMutual
                ? new[] { (from, to), (to, from) }
                : [(from, to)])))
            .ToArray();

        Assert.That(drawn, Is.EquivalentTo(ports.Rules.Select(rule => (rule.From, rule.To)).Distinct()));
        Assert.That(
            connections.Select(one => one.Ports), Is.SupersetOf(new[] { "443, udp 3391", "all ports" }));
    }

    [Test]
    public void Hosts_without_a_public_subnet_are_drawn_all_the_same()
    {
        var plan = Plans.WithNetwork(network => Plans.ExistingVpc with { PublicSubnetIds = null });

        Assert.That(
            Draw(plan).Descendants().Attributes("data-host").Select(host => host.Value),
            Is.EquivalentTo(plan.Hosts.Select(host => host.Name)));
    }

    [Test]
    public void Picture_has_a_title_and_a_description()
    {
        var picture = Draw(Plans.ThreeZones);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)picture.Attribute("role"), Is.EqualTo("img"));
            Assert.That(
                ((string)picture.Attribute("aria-labelledby")!).Split(' ')
                    .Select(id => picture.WithId(id).Name.LocalName),
                Is.EqualTo(new[] { "title", "desc" }));
        }
    }

    private static XElement Draw(DeploymentPlan plan) =>
        new TopologyPicture(plan, Connection.Of(plan.Ports)).Draw();

    private static List<Rectangle> Boxes(XElement picture, string name) => [.. picture.WithClass(name)
        .Select(box => new Rectangle(
            Number(box, "x"), Number(box, "y"), Number(box, "x") + Number(box, "width"),
            Number(box, "y") + Number(box, "height")))];

    private static double Number(XElement element, string name) =>
        double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);

    private sealed record Rectangle(double Left, double Top, double Right, double Bottom)
    {
        public bool Touches(Rectangle other) =>
            Left <= other.Right && other.Left <= Right && Top <= other.Bottom && other.Top <= Bottom;

        public bool Holds(Rectangle other) =>
            Left < other.Left && other.Right < Right && Top < other.Top && other.Bottom < Bottom;
    }
}
