using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using ExchangeOnAws.Values;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class PortTableTests
{
    private static readonly Tier[] s_outside =
        [Tier.Administrators, Tier.Clients, Tier.SmtpSenders, Tier.Internet];

    [Test]
    public void Everything_present_has_its_way_in()
    {
        var rules = Table(Everything()).Rules;

        Assert.That(
            rules.Where(rule => s_outside.Contains(rule.From))
                .Select(rule => $"{rule.From} {rule.To} {rule.Protocol} {rule.Ports}"),
            Is.EquivalentTo(new[]
            {
                "Administrators Gateway tcp 443", "Administrators Gateway udp 3391",
                "SmtpSenders Edge tcp 25",
                "Clients NetworkLoadBalancer tcp 443", "Clients NetworkLoadBalancer tcp 587",
                "Clients ApplicationLoadBalancer tcp 443", "Clients ApplicationLoadBalancer tcp 80",
            }));
    }

    [TestCase(Tier.Mailbox, Tier.Mailbox)]
    [TestCase(Tier.Mailbox, Tier.DomainController)]
    [TestCase(Tier.DomainController, Tier.Mailbox)]
    [TestCase(Tier.DomainController, Tier.DomainController)]
    public void Microsoft_supports_no_filter_between_Exchange_and_domain_controllers(Tier from, Tier to) =>
        Assert.That(
            Table(Everything()).Rules,
            Has.One.Matches<PortRule>(rule => IsRule(rule, from, to, PortRule.All, PortRule.All)));

    [TestCase(Tier.Gateway, Tier.DomainController, "tcp", "88")]
    [TestCase(Tier.Witness, Tier.DomainController, "udp", "53")]
    [TestCase(Tier.Mailbox, Tier.Witness, "tcp", "445")]
    [TestCase(Tier.Mailbox, Tier.Edge, "tcp", "50636")]
    [TestCase(Tier.Edge, Tier.Mailbox, "tcp", "25")]
    [TestCase(Tier.NetworkLoadBalancer, Tier.Mailbox, "tcp", "443")]
    [TestCase(Tier.NetworkLoadBalancer, Tier.Mailbox, "tcp", "587")]
    [TestCase(Tier.ApplicationLoadBalancer, Tier.Mailbox, "tcp", "443")]
    [TestCase(Tier.Gateway, Tier.Mailbox, "tcp", "3389")]
    [TestCase(Tier.Edge, Tier.Internet, "tcp", "25")]
    [TestCase(Tier.Mailbox, Tier.Endpoints, "tcp", "443")]
    public void Path_that_the_deployment_needs_is_open(Tier from, Tier to, string protocol, string ports) =>
        Assert.That(
            Table(Everything()).Rules,
            Has.One.Matches<PortRule>(rule => IsRule(rule, from, to, protocol, ports)));

    [TestCase(0, null, "25")]
    [TestCase(2, null, "")]
    [TestCase(0, 587, "587")]
    [TestCase(2, 2587, "2587")]
    [TestCase(0, 443, "")]
    public void Members_have_the_way_out_for_mail_that_is_configured(
        int edgeServers, int? smartHostPort, string ports)
    {
        var settings = Sample.Settings(2) with
        {
            Edge = new() { Servers = edgeServers },
            MailFlow = new() { SmartHost = smartHostPort is { } port ? new() { Port = port } : null },
        };

        // 443 and 80 are open in any case, for updates.
        Assert.That(
            Table(settings).Rules.Where(rule => rule.From == Tier.Mailbox && rule.To == Tier.Internet)
                .Select(rule => rule.Ports).Except(["443", "80"]),
            Is.EqualTo(ports.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Test]
    public void Outside_addresses_come_from_the_settings()
    {
        var settings = Everything();
        var outside = Table(settings with
        {
            ClientAccess = settings.ClientAccess with { AllowedCidrs = [IPNetwork.Parse("10.0.0.0/8")] },
            Edge = settings.Edge with { SmtpCidrs = [IPNetwork.Parse("198.51.100.0/24")] },
        }).Outside;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outside[Tier.Administrators],
                Is.EqualTo(new[] { IPNetwork.Parse("203.0.113.0/24") }));
            Assert.That(outside[Tier.Clients], Is.EqualTo(new[] { IPNetwork.Parse("10.0.0.0/8") }));
            Assert.That(outside[Tier.SmtpSenders], Is.EqualTo(new[] { IPNetwork.Parse("198.51.100.0/24") }));
            Assert.That(outside.Keys, Has.None.EqualTo(Tier.ExistingDomain));
        }
    }

    [Test]
    public void Outside_addresses_that_are_not_given_are_the_vpc_for_clients_and_the_internet_for_mail()
    {
        var outside = Table(Everything()).Outside;

        Assert.That(outside[Tier.Clients], Is.EqualTo(new[] { IPNetwork.Parse("10.0.0.0/16") }));
        Assert.That(outside[Tier.SmtpSenders], Is.EqualTo(new[] { IPNetwork.Parse("0.0.0.0/0") }));
    }

    [Test]
    public void Existing_domain_is_an_outside_of_single_addresses()
    {
        var settings = Everything();
        var table = Table(settings with
        {
            Directory = settings.Directory with
            {
                Existing = new()
                {
                    DomainControllerAddresses =
                    [
                        IPAddress.Parse("10.200.0.10"), IPAddress.Parse("10.200.1.10"),
                    ],
                },
            },
        });

        Assert.That(table.Outside[Tier.ExistingDomain],
            Is.EqualTo(new[] { IPNetwork.Parse("10.200.0.10/32"), IPNetwork.Parse("10.200.1.10/32") }));
        Assert.That(table.Groups, Is.Not.Empty);
        Assert.That(table.Groups, Has.None.EqualTo(Tier.DomainController).Or.EqualTo(Tier.ExistingDomain));
    }

    [TestCase(25, 25, "25")]
    [TestCase(49152, 65535, "49152-65535")]
    [TestCase(null, null, "all")]
    public void Rule_knows_its_first_and_last_port(int? first, int? last, string ports)
    {
        var rule = new PortRule(Tier.Mailbox, Tier.Witness, "tcp", ports, "test");

        Assert.That((rule.FirstPort, rule.LastPort), Is.EqualTo((first, last)));
    }

    [Test]
    public void No_rule_names_a_tier_that_is_absent() => Holds((rule, settings) =>
        IsAbsent(rule.From, settings) || IsAbsent(rule.To, settings) ? "names an absent tier" : null);

    [Test]
    public void Edge_has_no_way_to_a_directory() => Holds((rule, _) =>
        rule.From == Tier.Edge && rule.To is Tier.DomainController or Tier.ExistingDomain
            ? "leads to the domain"
            : null);

    [Test]
    public void Only_mail_administrators_and_clients_come_from_outside() => Holds((rule, _) =>
        (rule.From, rule.To) switch
        {
            (Tier.SmtpSenders, Tier.Edge) => null,
            (Tier.Administrators, Tier.Gateway) => null,
            (Tier.Clients, Tier.NetworkLoadBalancer or Tier.ApplicationLoadBalancer) => null,
            var (from, _) => s_outside.Contains(from) ? "lets the outside in" : null,
        });

    [Test]
    public void Existing_domain_reaches_members_only() => Holds((rule, _) =>
        rule.From == Tier.ExistingDomain && rule.To != Tier.Mailbox
            ? "comes from the existing domain"
            : null);

    [Test]
    public void Description_is_one_that_EC2_takes() => Holds((rule, _) =>
        Regex.IsMatch(rule.Purpose, @"\A[a-zA-Z0-9. _\-:/()#,@\[\]+=&;{}!$*]{1,255}\z")
            ? null
            : "has another description");

    [Test]
    public void Ports_are_written_as_the_protocol_has_them() => Holds((rule, _) => rule.Protocol switch
    {
        "tcp" or "udp" when rule.FirstPort is >= 1
            && rule.FirstPort <= rule.LastPort && rule.LastPort <= 65535 => null,
        "icmp" or PortRule.All when rule.Ports == PortRule.All => null,
        _ => "has other ports",
    });

    [Test]
    public void No_rule_is_there_twice() => Generators.Check(Generators.ValidSettings, 60, settings =>
        Table(WithSmartHost(settings, 443)).Rules
            .CountBy(rule => (rule.From, rule.To, rule.Protocol, rule.Ports))
            .Where(rule => rule.Value > 1)
            .Select(rule =>
                string.Create(CultureInfo.InvariantCulture, $"{rule.Key} is there {rule.Value} times")));

    [Test]
    public void Every_tier_with_a_security_group_is_named_by_a_rule() =>
        Generators.Check(Generators.ValidSettings, 60, settings =>
        {
            var table = Table(settings);
            return Enum.GetValues<Tier>().Except([.. s_outside, Tier.ExistingDomain])
                .Where(tier => table.Groups.Contains(tier) == IsAbsent(tier, settings))
                .Select(tier => table.Groups.Contains(tier)
                    ? $"{tier} is absent but named"
                    : $"{tier} has no rule");
        });

    private static bool IsRule(PortRule? rule, Tier from, Tier to, string protocol, string ports) =>
        (rule?.From, rule?.To, rule?.Protocol, rule?.Ports) == (from, to, protocol, ports);

    private static void Holds(Func<PortRule, StackSettings, string?> violation) =>
        Generators.Check(Generators.ValidSettings, 60, settings =>
        {
            var rules = Table(WithSmartHost(settings, 587)).Rules;
            return rules.Count == 0
                ? ["the table is empty"]
                : rules.Where(rule => violation(rule, settings) is not null)
                    .Select(rule => $"{rule} {violation(rule, settings)}");
        });

    private static bool IsAbsent(Tier tier, StackSettings settings) => tier switch
    {
        Tier.Gateway or Tier.Administrators => settings.Gateway.Hosts == 0,
        Tier.Edge or Tier.SmtpSenders => settings.Edge.Servers == 0,
        Tier.Witness => settings.Mailbox.Witness == Witness.FullNode,
        Tier.DomainController => settings.Directory.Existing is not null,
        Tier.ExistingDomain => settings.Directory.Existing is null,
        Tier.ApplicationLoadBalancer => settings.ClientAccess.ApplicationLoadBalancer is null,
        Tier.Endpoints => settings.Network.InterfaceEndpoints == false,
        _ => false,
    };

    private static StackSettings WithSmartHost(StackSettings settings, int port) =>
        settings with { MailFlow = new() { SmartHost = new() { Port = port } } };

    private static StackSettings Everything()
    {
        var settings = Sample.Settings(3);
        return settings with
        {
            ClientAccess = settings.ClientAccess with { ApplicationLoadBalancer = new(), ExtraPorts = [587] },
            Edge = new() { Servers = 2 },
        };
    }

    private static PortTable Table(StackSettings settings) => Sample.Plan(settings).Ports;
}
