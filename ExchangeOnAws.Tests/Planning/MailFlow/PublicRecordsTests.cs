using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class PublicRecordsTests
{
    private const string Zone = "Z0123456789ABCDEFGHIJ";

    [Test]
    public void Edge_servers_are_named_both_ways_and_take_the_mail() => Assert.That(
        Lines(settings => settings with { Edge = new() { Servers = 2 }, MailFlow = new() }),
        Is.EqualTo(new[]
        {
            "edgea1.example.com A ${public address of EDGEA1} you",
            "edgeb1.example.com A ${public address of EDGEB1} you",
            "${public address of EDGEA1} PTR edgea1.example.com you",
            "${public address of EDGEB1} PTR edgeb1.example.com you",
            "example.com MX 10 edgea1.example.com, 10 edgeb1.example.com you",
            "example.com TXT v=spf1 a:edgea1.example.com a:edgeb1.example.com ~all you",
            "mail.example.com CNAME ${networkLoadBalancer} you",
            "autodiscover.example.com CNAME ${networkLoadBalancer} you",
        }));

    [Test]
    public void Zone_of_the_first_domain_gets_what_lies_in_it()
    {
        var lines = Lines(settings => settings with
        {
            Edge = new() { Servers = 1 },
            MailFlow = new()
            {
                AcceptedDomains = ["example.com", "news.example.com", "example.org"],
                PublicHostedZoneId = Zone,
            },
        }).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Does.Contain("edgea1.example.com A ${public address of EDGEA1} deployment"));
            Assert.That(lines, Does.Contain("${public address of EDGEA1} PTR edgea1.example.com deployment"));
            Assert.That(lines, Does.Contain("news.example.com MX 10 edgea1.example.com deployment"));
            Assert.That(lines, Does.Contain("example.org MX 10 edgea1.example.com you"));
            Assert.That(lines, Does.Contain("example.org TXT v=spf1 a:edgea1.example.com ~all you"));
        }
    }

    [Test]
    public void Behind_a_filter_the_mail_goes_to_the_filter() => Assert.That(
        Lines(settings => settings with
        {
            Edge = new() { Servers = 1, SmtpCidrs = Plans.Blocks("198.51.100.0/24") },
            MailFlow = new() { PublicHostedZoneId = Zone },
        }),
        Does.Contain("example.com MX <the names of your filter> you")
            .And.Contain("example.com TXT v=spf1 a:edgea1.example.com ~all deployment"));

    [TestCase(false, true, "MX")]
    [TestCase(true, false, "TXT")]
    public void Records_that_a_zone_has_already_are_left_to_its_owner(bool mx, bool spf, string left)
    {
        var records = Plans.With(settings => settings with
        {
            Edge = new() { Servers = 1 },
            MailFlow = new() { PublicHostedZoneId = Zone, PublishMx = mx, PublishSpf = spf },
        }).MailFlow.Records;

        Assert.That(
            records.Where(record => record is { IsCreated: false, Type: "MX" or "TXT" })
                .Select(record => record.Type),
            Is.EqualTo(new[] { left }));
    }

    [TestCase("email-smtp.eu-west-1.amazonaws.com", "example.com TXT v=spf1 include:amazonses.com ~all you")]
    [TestCase("relay.example.net", null)]
    public void Sender_policy_names_a_relay_that_is_known(string host, string? line) => Assert.That(
        Lines(settings => settings with { MailFlow = new() { SmartHost = new() { Host = host } } })
            .Where(each => each.Contains(" TXT ", StringComparison.Ordinal)),
        Is.EqualTo(new[] { line }.OfType<string>()));

    [Test]
    public void Without_edge_and_relay_the_members_send_by_the_nat_gateways() => Assert.That(
        Lines(settings => settings with { MailFlow = new() { PublicHostedZoneId = Zone } }),
        Does.Contain("example.com TXT v=spf1 ip4:${natAddresses} ~all deployment"));

    [Test]
    public void Addresses_of_an_existing_vpc_are_for_its_owner_to_publish() => Assert.That(
        Lines(settings => settings with
        {
            Network = Plans.ExistingVpc,
            MailFlow = new() { PublicHostedZoneId = Zone },
        }),
        Does.Contain("example.com TXT v=spf1 ip4:<the addresses of the VPC's way out> ~all you"));

    [TestCase(true, true)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    public void Load_balancer_takes_the_mail_where_the_internet_reaches_port_25(bool isPublic, bool listens)
    {
        var lines = Lines(settings => settings with
        {
            ClientAccess = settings.ClientAccess with
            {
                InternetFacing = isPublic,
                ExtraPorts = listens ? [25] : [],
            },
        });

        Assert.That(
            lines.Where(line => line.Contains(" MX ", StringComparison.Ordinal)),
            isPublic && listens ? Is.EqualTo(new[] { "example.com MX 10 mail.example.com you" }) : Is.Empty);
    }

    private static IEnumerable<string> Lines(Func<StackSettings, StackSettings> change) =>
        Plans.With(change).MailFlow.Records.Select(record => $"{record.Name} {record.Type} "
            + $"{string.Join(", ", record.Values)} {(record.IsCreated ? "deployment" : "you")}");
}
