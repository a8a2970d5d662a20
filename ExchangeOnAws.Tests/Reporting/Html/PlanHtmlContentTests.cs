using System.Xml.Linq;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Reporting;

public sealed class PlanHtmlContentTests
{
    [Test]
    public async Task Findings_come_first_by_severity_in_words()
    {
        var page = HtmlReports.Parse(await HtmlReports.TextOf(
            Plans.TwoZones, [Finding.Warning("a", "First."), Finding.Info("b", "Second.")]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)page.Descendants("section").First().Attribute("id"), Is.EqualTo("findings"));
            Assert.That(
                page.WithClass("mark").Select(mark => mark.Value), Is.EqualTo(new[] { "!Warning", "iNote" }));
        }
    }

    [Test]
    public async Task Tables_say_what_their_headings_are()
    {
        var page = await HtmlReports.PageOf(HtmlReports.Large);
        var tables = page.Descendants("table").ToArray();

        Assert.That(tables, Is.Not.Empty);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tables.Select(table => table.Elements("caption").Count()), Has.All.EqualTo(1));
            Assert.That(page.Descendants("th").Attributes("scope").Count(),
                Is.EqualTo(page.Descendants("th").Count()));
            Assert.That(
                tables.SelectMany(table => table.Element("tbody")!.Elements("tr"))
                    .Select(row => row.Elements("th").Count()),
                Has.All.EqualTo(1));
        }
    }

    [Test]
    public async Task Losses_have_outcomes_in_words_and_lead_to_their_recovery()
    {
        var plan = Repository.PlanOf("dev");
        var page = await HtmlReports.PageOf(plan);
        var rows = page.WithId("failures").Descendants("tbody").Elements("tr")
            .ToDictionary(row => row.Element("th")!.Value, row => row.Element("td")!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows["EXA1"].Value, Does.Contain("runs on by itself"));
            Assert.That(rows["EXA1 and EXB1"].Value, Does.Contain("a database has no copy left"));
            Assert.That(rows["eu-west-1a"].Value, Does.Contain("stops until recovered by hand"));
            Assert.That(
                (string?)rows["eu-west-1a"].Descendants("a").Single().Attribute("href"),
                Is.EqualTo("#recovery-without-exa1-witness"));
            Assert.That(
                page.WithId("recovery").Descendants("code").Select(code => code.Value),
                Is.SupersetOf(plan.Recoveries.SelectMany(recovery => recovery.Commands)
                    .Select(command => command.Command)));
        }
    }

    [Test]
    public async Task Tables_hold_what_the_plan_holds()
    {
        var plan = Plans.ThreeZones;
        var page = await HtmlReports.PageOf(plan);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(page, "hosts"), Is.EqualTo(plan.Hosts.Select(host => host.Name)));
            Assert.That(
                Names(page, "databases"),
                Is.EqualTo(plan.Cluster.Databases.Select(database => database.Name)));
            Assert.That(Names(page, "secrets"), Is.EqualTo(plan.Secrets.Select(secret => secret.Name)));
            foreach (var rule in plan.Ports.Rules)
            {
                Assert.That(page.WithId("ports").Value, Does.Contain(rule.Purpose).And.Contain(rule.Ports));
            }

            Assert.That(page.WithId("client-access").Value, Does.Contain("/owa/healthcheck.htm"));
            Assert.That(page.WithId("connect").Value, Does.Contain(Connecting.Describe(plan)));
        }
    }

    private static IEnumerable<string> Names(XElement page, string section) =>
        page.WithId(section).Descendants("tbody").Elements("tr").Elements("th").Select(name => name.Value);
}
