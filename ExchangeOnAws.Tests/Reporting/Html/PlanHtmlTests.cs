using System.Text.RegularExpressions;
using System.Xml.Linq;
using ExchangeOnAws.Evaluation;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Reporting;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Reporting;

public sealed class PlanHtmlTests
{
    private const string Hostile = "<script>alert('&\"')</script>\u0001";
    private const string Printable = "<script>alert('&\"')</script>\uFFFD";

    [TestCase("dev")]
    [TestCase("prod")]
    [TestCase("large")]
    public async Task Page_is_well_formed_and_leads_to_every_section(string name)
    {
        var page = await HtmlReports.PageOf(HtmlReports.PlanOf(name));
        var links = page.Descendants("a").Select(link => (string)link.Attribute("href")!).Distinct();
        var ids = page.Descendants().Attributes("id").Select(id => $"#{id.Value}").ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(links, Is.Not.Empty.And.All.StartsWith("#"));
            Assert.That(links, Is.SubsetOf(ids));
            Assert.That(ids, Is.Unique);
            Assert.That(
                page.Descendants("section").Attributes("id").Select(id => $"#{id.Value}"),
                Is.SubsetOf(links));
        }
    }

    [Test]
    public async Task Page_needs_neither_script_nor_anything_from_elsewhere()
    {
        var text = await HtmlReports.TextOf(HtmlReports.Large);
        var page = HtmlReports.Parse(text);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                page.Descendants().Select(element => element.Name.LocalName),
                Has.None.AnyOf("script", "link", "img", "iframe", "object", "base", "form"));
            Assert.That(
                page.Descendants().Attributes().Select(attribute => attribute.Name.LocalName),
                Has.None.StartWith("on").And.None.AnyOf("src", "srcset", "style"));
            Assert.That(text, Does.Not.Match(@"https?://|url\(|@import"));
            Assert.That(text, Does.Contain("default-src 'none'"));
        }
    }

    [Test]
    public async Task Style_reaches_the_browser_as_it_is_written()
    {
        var text = await HtmlReports.TextOf(Plans.TwoZones);
        var style = HtmlReports.Parse(text).Descendants("style").Single().Value;

        Assert.That(style, Does.Contain("prefers-color-scheme: dark").And.Contain("@media print"));
        Assert.That(text, Does.Contain(style), "A browser does not decode &lt; inside a style.");
    }

    [Test]
    public async Task Elements_without_content_are_closed_as_html_wants_it()
    {
        var text = await HtmlReports.TextOf(HtmlReports.Large);

        Assert.That(
            Regex.Matches(text, @"<(\w+)[^<>]*/>").Select(match => match.Groups[1].Value).Distinct(),
            Is.EquivalentTo(new[] { "meta" }), "HTML reads <div/> as an opening tag.");
    }

    [Test]
    public async Task Hostile_text_stays_text_wherever_it_stands()
    {
        var plan = Plans.TwoZones;
        var text = await HtmlReports.TextOf(
            plan with
            {
                StackName = Hostile,
                Hosts = [.. plan.Hosts.Select(host => host with { InstanceType = Hostile })],
            },
            [Finding.Warning(Hostile, Hostile)],
            new PlannedResource(
                "aws:ec2/vpc:Vpc", Hostile, Hostile, [], [],
                new PlannedOptions(false, false, [], [], false)));
        var page = HtmlReports.Parse(text);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Not.Contain("<script"));
            foreach (var section in new[] { "findings", "topology", "hosts", "resources" })
            {
                Assert.That(page.WithId(section).Value, Does.Contain(Printable), section);
            }

            Assert.That(page.Descendants("title").First().Value, Does.Contain(Printable));
        }
    }

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Page_is_the_same_every_time(string stack)
    {
        var (exitCode, first, _) = await CommandLineRun.Of("plan", stack, "--format", "html");
        var (_, second, _) = await CommandLineRun.Of("plan", stack, "--format", "html");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(first, Does.StartWith("<!DOCTYPE html>\n").And.EndWith("</html>\n"));
            Assert.That(first, Does.Not.Contain("\r"));
            Assert.That(second, Is.EqualTo(first));
        }
    }

    [Test]
    public async Task Errors_stand_alone_and_say_that_they_are_errors()
    {
        var page = HtmlReports.Parse(await PlanHtml.Of(new PlanReport(
            "test", [Finding.Error("network.cidr", "network.cidr is too small.")], Plan: null,
            Task.FromResult<IReadOnlyList<PlannedResource>>([]))));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                page.Descendants("header").Single().Value, Does.Contain("It cannot be deployed: 1 error."));
            Assert.That(
                page.Descendants("section").Attributes("id").Select(id => id.Value),
                Is.EqualTo(new[] { "findings" }));
            Assert.That(page.WithId("findings").Value, Does.Contain("Error").And.Contain("is too small"));
        }
    }
}
