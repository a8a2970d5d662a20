using System.Text.Json;
using System.Text.Json.Nodes;
using ExchangeOnAws.Reporting.Diff;
using NUnit.Framework;
using static ExchangeOnAws.Tests.Support.PlanDocuments;

namespace ExchangeOnAws.Tests.Reporting.Diff;

public sealed class DiffFormatTests
{
    private const string Volume = "aws:ebs/volume:Volume";

    private static PlanDiff Sample { get; } = PlanDiff.Of(
        WithMembers(
            Plan("10.0.0.10"), Resource(Volume, "data", """{ "size": 1 }"""), Resource(Volume, "old", "{}")),
        WithMembers(
            Plan("10.0.0.11"), Resource(Volume, "data", """{ "size": 2 }"""),
            Resource("aws:sns/topic:Topic", "a", "{}"), Resource("aws:sns/topic:Topic", "b", "{}"),
            Resource("aws:sns/topic:Topic", "c", "{}"), Resource("aws:sns/topic:Topic", "d", "{}")));

    [Test]
    public void Text_has_the_verdict_the_findings_and_what_differs() => Assert.That(
        DiffText.Of(Sample).ReplaceLineEndings("\n"), Is.EqualTo($"""
        plan.json → plan.json
        {DiffVerdict.Of(Sample)}

        error    {Sample.Findings.Single().Message}

        Hosts
          changed     EXA1
                        privateIp: 10.0.0.10 → 10.0.0.11

        Resources
          removed     old (aws:ebs:Volume)
          changed     data (aws:ebs:Volume)
                        size: 1 → 2
          added       4 × aws:sns:Topic

        """.ReplaceLineEndings("\n")));

    [Test]
    public void Verdict_counts_what_happens() => Assert.That(
        DiffVerdict.Of(Sample),
        Is.EqualTo("This change is refused: 1 resource with data would be lost. 4 added, "
            + "1 changed in place, 0 replaced, 1 removed; 0 steps run again."));

    [Test]
    public void Markdown_begins_with_the_verdict_and_folds_the_rest()
    {
        var markdown = DiffMarkdown.Of(Sample);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(markdown, Does.StartWith("**test: This change is refused: 1 resource with data"));
            Assert.That(markdown, Does.Contain("| **error** | old (aws:ebs:Volume) is removed"));
            Assert.That(markdown, Does.Contain("<details><summary>Hosts: 1 changed</summary>"));
            Assert.That(markdown, Does.Contain("| changed | EXA1 | privateIp: `10.0.0.10` → `10.0.0.11` |"));
        }
    }

    [Test]
    public void Markdown_shows_values_as_they_are()
    {
        var markdown = DiffMarkdown.Of(PlanDiff.Of(
            With(Resource(Volume, "a_b|c<d>", """{ "type": "${x.id} | `y`" }""")),
            With(Resource(Volume, "a_b|c<d>", """{ "type": "line\nbreak" }"""))));

        Assert.That(markdown, Does.Contain(
            @"| changed | a\_b\|c&lt;d&gt; (aws:ebs:Volume) | type: `${x.id} \| 'y'` → `line break` |"));
    }

    [Test]
    public void Json_has_every_resource_and_the_members_that_others_depend_on()
    {
        var json = JsonDocument.Parse(DiffJson.Of(Sample)).RootElement;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(json.EnumerateObject().Select(member => member.Name), Is.EqualTo(new[]
            {
                "before", "after", "verdict", "findings", "hosts", "failures", "recoveries", "databases",
                "loadBalancers", "ports", "secrets", "steps", "planFindings", "resources",
            }));
            Assert.That(json.GetProperty("resources").GetArrayLength(), Is.EqualTo(6));
            Assert.That(
                json.GetProperty("resources")[0].EnumerateObject().Select(member => member.Name),
                Is.EqualTo(new[]
                {
                    "change", "type", "name", "parent", "possiblyRenamed", "protect", "retainOnDelete",
                    "deleteBeforeReplace", "properties",
                }));
        }
    }

    [TestCase("short", "other", "short", "other")]
    [TestCase(null, "new", null, "new")]
    public void Short_values_stay(string? old, string? present, string? shownOld, string? shownNew) =>
        Assert.That(ShortValue.Pair(old, present), Is.EqualTo((shownOld, shownNew)));

    [Test]
    public void Long_values_begin_shortly_before_their_difference()
    {
        var (old, present) = ShortValue.Pair(new string('a', 100) + "x", new string('a', 100) + "y");

        Assert.That((old, present), Is.EqualTo(("…aaaaaaaaaaaax", "…aaaaaaaaaaaay")));
    }

    private static JsonObject Plan(string address) => new()
    {
        ["hosts"] = new JsonArray(new JsonObject { ["name"] = "EXA1", ["privateIp"] = address }),
    };
}
