using System.Globalization;
using System.Xml.Linq;
using ExchangeOnAws.Reporting;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Reporting;

public sealed class TimelineHtmlTests
{
    [TestCase("dev")]
    [TestCase("prod")]
    [TestCase("large")]
    public async Task Every_step_is_in_the_picture_and_in_a_table(string name)
    {
        var plan = HtmlReports.PlanOf(name);
        var timeline = (await HtmlReports.PageOf(plan)).WithId("timeline");
        var bars = Bars(timeline).Select(bar => bar.Value);
        var rows = timeline.Descendants("tbody").Elements("tr").Select(row => row.Value).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(bars, Is.EquivalentTo(plan.Steps.Schedule.Select(TimelineWords.Of)));
            Assert.That(rows, Is.EquivalentTo(plan.Steps.Schedule.Select(step =>
                $"{step.Step.Id}{(step.IsCritical ? " critical" : "")}{step.Step.ShippedName}"
                    + $"{step.Start} to {step.End}")));
        }
    }

    [Test]
    public async Task Critical_steps_differ_in_shape_and_in_words()
    {
        var plan = Plans.TwoZones;
        var timeline = (await HtmlReports.PageOf(plan)).WithId("timeline");
        var bars = Bars(timeline).ToLookup(bar => bar.Value.EndsWith(", critical", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                bars[true].Count(), Is.EqualTo(plan.Steps.Schedule.Count(step => step.IsCritical)));
            Assert.That(bars[true].Min(bar => Number(bar, "height")),
                Is.GreaterThan(bars[false].Max(bar => Number(bar, "height"))));
            Assert.That(
                timeline.WithClass("path").Single().Elements("li").Elements("code")
                    .Select(step => step.Value),
                Is.EqualTo(plan.Steps.CriticalPath.Select(step => step.Id)));
        }
    }

    [TestCase("dev")]
    [TestCase("large")]
    public async Task Bars_of_one_server_do_not_cover_each_other(string name)
    {
        var timeline = (await HtmlReports.PageOf(HtmlReports.PlanOf(name))).WithId("timeline");
        var bars = Bars(timeline).ToArray();

        Assert.That(bars, Is.Not.Empty);
        foreach (var lane in bars.GroupBy(bar => Math.Round(Number(bar, "y") + (Number(bar, "height") / 2))))
        {
            var spans = lane.OrderBy(bar => Number(bar, "x")).ToArray();
            foreach (var (one, next) in spans.Zip(spans.Skip(1)))
            {
                Assert.That(
                    Number(one, "x") + Number(one, "width"), Is.LessThanOrEqualTo(Number(next, "x") + 0.01),
                    $"{one.Value} and {next.Value}");
            }
        }
    }

    [TestCase(0, "0")]
    [TestCase(7, "0 1 2 3 4 5 6")]
    [TestCase(231, "0 30 60 90 120 150 180 210")]
    [TestCase(480, "0 120 240 360")]
    public void Axis_has_a_few_round_minutes(int total, string minutes) => Assert.That(
        string.Join(' ', new TimeAxis(total).Draw(100).Where(mark => mark.Name == "text")
            .Select(mark => mark.Value)),
        Is.EqualTo(minutes));

    [TestCase(45, "45 min")]
    [TestCase(60, "1 h")]
    [TestCase(231, "3 h 51 min")]
    public void Minutes_are_written_as_hours(int minutes, string words) =>
        Assert.That(Minutes.InWords(minutes), Is.EqualTo(words));

    private static XElement[] Bars(XElement timeline) =>
        [.. timeline.WithClass("timeline").Single().WithClass("bar")];

    private static double Number(XElement element, string name) =>
        double.Parse(((string)element.Attribute(name)!).TrimEnd('%'), CultureInfo.InvariantCulture);
}
