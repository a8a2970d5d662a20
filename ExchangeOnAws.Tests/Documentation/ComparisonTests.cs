using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Documentation;

/// <summary>docs/comparison.md: every row of the guide has its proof, every parameter its setting.</summary>
public sealed class ComparisonTests
{
    // Of both templates together; a parameter that was forgotten would go unnoticed otherwise.
    private const int ParameterCount = 70;

    private static readonly string[] s_promises =
    [
        "## Architecture", "## Deployment options and predeployment steps", "## Postdeployment steps",
        "## High availability and disaster recovery", "## Security", "## Licences and support",
    ];

    [TestCaseSource(nameof(s_promises))]
    public void Promise_of_the_guide_names_what_proves_it(string heading)
    {
        var rows = MarkdownFile.Of("docs/comparison.md").Rows(heading).ToArray();

        Assert.That(rows, Is.Not.Empty);
        Assert.That(
            rows.Where(row => row is not [_, _, var proof] || !proof.Contains("](", StringComparison.Ordinal))
                .Select(row => row[0]),
            Is.Empty,
            "A row says what the guide promises, what this program does, and links what proves it.");
    }

    [Test]
    public void Parameter_of_the_guide_has_a_setting_or_the_reason_why_not()
    {
        var rows = MarkdownFile.Of("docs/comparison.md").Rows("## Parameters").ToArray();
        var settings = SettingNames.All;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Select(row => row[0]).Distinct().Count(), Is.EqualTo(ParameterCount));
            Assert.That(
                rows.SelectMany(row => row[1].Split(',', StringSplitOptions.TrimEntries)
                    .Where(name => name is not "none" && !settings.Contains(name.Trim('`')))),
                Is.Empty,
                "A parameter stands for settings that do not exist.");
            Assert.That(
                rows.Where(row => row[1] is "none" && row[2].Length == 0).Select(row => row[0]),
                Is.Empty,
                "A parameter that is gone needs the reason.");
        }
    }
}
