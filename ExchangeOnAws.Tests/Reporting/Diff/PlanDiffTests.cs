using System.Text.Json.Nodes;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Reporting.Diff;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using static ExchangeOnAws.Tests.Support.PlanDocuments;

namespace ExchangeOnAws.Tests.Reporting.Diff;

public sealed class PlanDiffTests
{
    private const string Volume = "aws:ebs/volume:Volume";

    [Test]
    public async Task Another_image_changes_nothing()
    {
        var before = await PlanDocuments.Of("prod");
        var after = await PlanDocuments.Of("prod", settings => settings with
        {
            Mailbox = settings.Mailbox with { AmiId = "ami-0a1b2c3d4e5f67890" },
        });

        Assert.That(PlanDiff.Of(before, after).IsEmpty, Is.True);
    }

    [TestCase("removed", """{ "protect": true }""", " It is protected, so pulumi up stops there.")]
    [TestCase("removed", """{ "retainOnDelete": true }""", " AWS keeps the old one, outside the stack.")]
    [TestCase("replaced, because of availabilityZone", "{}", "")]
    public void Lost_data_is_an_error_with_what_protects_it(string how, string options, string rest)
    {
        var before = With(Resource(Volume, "data", """{ "availabilityZone": "a" }""", options: options));
        var after = how == "removed"
            ? With()
            : With(Resource(Volume, "data", """{ "availabilityZone": "b" }""", options: options));

        Assert.That(PlanDiff.Of(before, after).Findings, Is.EqualTo(new[]
        {
            Finding.Error("data", $"data (aws:ebs:Volume) is {how}: the data on it would be lost. Undo the "
                + $"change, or name data in protection.allowReplacement when that is meant.{rest}"),
        }));
    }

    [Test]
    public void Renamed_data_asks_for_an_alias()
    {
        var diff = PlanDiff.Of(With(Resource(Volume, "old", "{}")), With(Resource(Volume, "new", "{}")));

        Assert.That(
            diff.Findings.Single().Message,
            Does.EndWith("new is the same under another name: give it the alias old, or keep the name."));
    }

    [Test]
    public void Leave_for_something_else_is_noted()
    {
        var diff = PlanDiff.Of(
            With(), WithMembers(new JsonObject { ["allowReplacement"] = new JsonArray("data") }));

        Assert.That(diff.Findings.Single(), Is.EqualTo(Finding.Info(
            "protection.allowReplacement", "protection.allowReplacement names data, which this change "
                + "neither replaces nor removes. Take it out when nothing is to be replaced.")));
    }

    [Test]
    public void Restart_of_a_server_is_a_warning()
    {
        var diff = PlanDiff.Of(
            With(Resource(Instance, "exa1", """{ "instanceType": "a" }""")),
            With(Resource(Instance, "exa1", """{ "instanceType": "b" }""")));

        Assert.That(diff.Findings.Single(), Is.EqualTo(Finding.Warning(
            "exa1", "exa1 (aws:ec2:Instance) gets another instanceType, which stops and starts the server. "
                + "Deploy it when that may happen.")));
    }

    [Test]
    public void Type_of_another_version_is_not_judged()
    {
        var diff = PlanDiff.Of(
            With(Resource("aws:new/thing:Thing", "x", """{ "a": "1" }""")),
            With(Resource("aws:new/thing:Thing", "x", """{ "a": "2" }""")));

        Assert.That(diff.Findings.Single().Message, Does.StartWith("aws:new/thing:Thing is not known"));
    }

    [TestCase("automatic", "manual", 1)]
    [TestCase("manual", "dataLoss", 1)]
    [TestCase("manual", "automatic", 0)]
    public void Worse_outcome_of_a_failure_is_a_warning(string before, string after, int expected)
    {
        var diff = PlanDiff.Of(WithMembers(Failure(before)), WithMembers(Failure(after)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                diff.Findings.Count(finding => finding.Severity == Severity.Warning), Is.EqualTo(expected));
            Assert.That(
                DiffText.Of(diff),
                Does.Contain($"EXA1, WITNESS ({(expected == 1 ? "WORSE" : "better")})"));
        }
    }

    [Test]
    public void New_plan_with_errors_is_an_error_and_not_a_removal()
    {
        var after = WithMembers(new JsonObject
        {
            ["findings"] = new JsonArray(new JsonObject
            {
                ["severity"] = "error",
                ["subject"] = "network.cidr",
                ["message"] = "No.",
            }),
        });

        var diff = PlanDiff.Of(With(Resource(Volume, "data", "{}")), after);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(diff.Resources, Is.Empty);
            Assert.That(diff.Findings.Single().Message, Does.StartWith("plan.json has 1 error, so"));
            Assert.That(
                DiffText.Of(diff), Does.Contain("The new plan has errors; there is nothing to deploy."));
        }
    }

    [Test]
    public void Two_stacks_may_be_compared_with_a_note()
    {
        var diff = PlanDiff.Of(With(), WithMembers(new JsonObject { ["stack"] = "other" }));

        Assert.That(
            diff.Findings.Single().Message, Does.StartWith("The plans are of two stacks, test and other"));
    }

    [TestCase("[]", "it has no stack, hosts and resources")]
    [TestCase("{ \"stack\": \"a\", \"stack\": \"b\" }", "it is not JSON at line 1")]
    public void What_is_not_a_plan_is_refused(string text, string reason) => Assert.That(
        () => PlanDocument.Parse("x.json", text),
        Throws.TypeOf<InvalidDataException>().With.Message.StartWith($"x.json is not a plan: {reason}"));

    private static JsonObject Failure(string outcome) => new()
    {
        ["quorum"] = new JsonObject
        {
            ["failures"] = new JsonArray(new JsonObject
            {
                ["lost"] = new JsonArray("EXA1", "WITNESS"),
                ["outcome"] = outcome,
            }),
        },
    };
}
