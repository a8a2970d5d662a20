using System.Globalization;
using System.Text.Json;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Documentation;

/// <summary>docs/evidence.md: figures of the plans, and what is not proved.</summary>
public sealed class EvidenceTests
{
    [TestCase("dev")]
    [TestCase("prod")]
    [TestCase("existing")]
    public async Task Figures_of_a_stack_are_those_of_its_plan(string stack)
    {
        var row = MarkdownFile.Of("docs/evidence.md").Rows("## How much of it")
            .SingleOrDefault(row => row[0] == $"`{stack}`");
        var (_, json, _) = await CommandLineRun.Of("plan", stack, "--format", "json");
        using var plan = JsonDocument.Parse(json);
        string[] types =
        [
            .. plan.RootElement.GetProperty("resources").EnumerateArray()
                .Select(resource => resource.GetProperty("type").GetString()!)
                .Where(type => !type.StartsWith("exchange:", StringComparison.Ordinal)),
        ];

        Assert.That(types, Is.Not.Empty);
        int[] figures =
            [types.Length, types.Distinct().Count(), plan.RootElement.GetProperty("steps").GetArrayLength()];
        Assert.That(
            row?[1..],
            Is.EqualTo(figures.Select(figure => figure.ToString(CultureInfo.InvariantCulture))),
            $"docs/evidence.md, How much of it: set {stack} to resources, types and steps of its plan.");
    }

    [Test]
    public void Page_says_that_nothing_has_run_on_aws_and_the_readme_leads_to_it()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                MarkdownFile.Of("docs/evidence.md").Text,
                Does.Contain("Nothing here has run on AWS, on Windows or on Exchange yet"));
            Assert.That(MarkdownFile.Of("README.md").Links, Does.Contain("docs/evidence.md"));
        }
    }
}
