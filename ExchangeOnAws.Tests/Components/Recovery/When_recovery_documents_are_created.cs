using System.Text.Json;
using ExchangeOnAws.Components;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using Pulumi.Utilities;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_recovery_documents_are_created
{
    private const string Document = "aws:ssm/document:Document";

    private DeploymentPlan _plan = null!;
    private DeployedStack _deployed = null!;
    private JsonElement _content;

    [OneTimeSetUp]
    public async Task Deploy()
    {
        _plan = Plans.TwoZones;
        _deployed = await DeployedStack.Of(_plan);
        _content = JsonDocument.Parse(
            _deployed.Named(Document, "recovery-without-exa1-witness").Text("content")).RootElement;
    }

    [Test]
    public void Should_show_the_operator_the_commands_of_the_plan()
    {
        var commands = _plan.Recoveries.Single(recovery => recovery.Name == "without-exa1-witness").Commands;

        Assert.That(commands, Is.Not.Empty);
        Assert.That(
            _content.GetProperty("description").GetString(), Does.Contain(string.Join('\n', commands)));
    }

    [Test]
    public void Should_start_only_when_the_lost_members_are_typed() => Assert.That(
        _content.GetProperty("parameters").GetProperty("Confirmation").GetProperty("allowedPattern")
            .GetString(),
        Is.EqualTo("^DAG1 without EXA1$"));

    [Test]
    public void Should_look_first_then_admit_the_witness_then_restore_the_group()
    {
        var steps = _content.GetProperty("mainSteps").EnumerateArray()
            .Select(step => step.GetProperty("inputs"))
            .Select(inputs => (
                inputs.GetProperty("DocumentName").GetString(),
                inputs.GetProperty("InstanceIds")[0].GetString()));

        Assert.That(steps, Is.EqualTo(new[]
        {
            ("recovery-restore-cluster-name", "mailbox-exb1-instance-id"),
            ("recovery-add-witnessrights-name", "directory-dcb1-instance-id"),
            ("recovery-restore-cluster-name", "mailbox-exb1-instance-id"),
        }));
    }

    [Test]
    public void Should_pass_this_stacks_names()
    {
        var parameters = _content.GetProperty("mainSteps")[2].GetProperty("inputs")
            .GetProperty("Parameters").EnumerateObject()
            .ToDictionary(parameter => parameter.Name, parameter => parameter.Value[0].GetString());

        Assert.That(parameters, Is.EquivalentTo(new Dictionary<string, string>
        {
            ["DagName"] = "DAG1",
            ["LostMembers"] = "EXA1",
            ["Survivors"] = "EXB1",
            ["WitnessDirectory"] = @"C:\DagWitness\DAG1",
            ["AlternateWitness"] = "{{ AlternateWitness }}",
            ["Confirmation"] = "{{ Confirmation }}",
        }));
    }

    [TestCase(0, RecoveryDocuments.RestoreScript)]
    [TestCase(1, RecoveryDocuments.WitnessScript)]
    [TestCase(2, RecoveryDocuments.RestoreScript)]
    public void Should_pass_what_the_script_takes(int step, string script)
    {
        var passed = _content.GetProperty("mainSteps")[step].GetProperty("inputs")
            .GetProperty("Parameters").EnumerateObject().Select(parameter => parameter.Name);
        var parameters = StepScript.Shipped(script).Parameters;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(passed, Is.SubsetOf(parameters.Select(parameter => parameter.Name)));
            Assert.That(passed, Is.SupersetOf(parameters
                .Where(parameter => parameter.IsMandatory)
                .Select(parameter => parameter.Name)));
        }
    }

    [Test]
    public void Should_change_nothing_at_the_first_look() => Assert.That(
        _content.GetProperty("mainSteps")[0].GetProperty("inputs").GetProperty("Parameters")
            .GetProperty("Check")[0].GetString(),
        Is.EqualTo("true"));

    [Test]
    public void Should_suggest_the_witness_that_the_plan_names() => Assert.That(
        _content.GetProperty("parameters").GetProperty("AlternateWitness").GetProperty("default").GetString(),
        Is.EqualTo("DCB1.corp.example.com"));

    [Test]
    public async Task Should_ask_for_a_witness_where_only_the_domains_owner_knows_one()
    {
        var deployed = await DeployedStack.Of(
            Plans.WithDirectory(directory => directory with { Existing = Plans.ExistingDirectory }));
        var content = JsonDocument.Parse(
            deployed.Named(Document, "recovery-without-exa1-witness").Text("content")).RootElement;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(content.GetProperty("mainSteps").GetArrayLength(), Is.EqualTo(2));
            Assert.That(
                content.GetProperty("parameters").GetProperty("AlternateWitness")
                    .TryGetProperty("default", out _),
                Is.False);
        }
    }

    [Test]
    public void Should_take_the_rights_back_afterwards()
    {
        var content = _deployed.Named(Document, "recovery-take-back-rights").Text("content");
        var inputs = JsonDocument.Parse(content).RootElement
            .GetProperty("mainSteps")[0].GetProperty("inputs");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                inputs.GetProperty("InstanceIds")[0].GetString(), Is.EqualTo("directory-dcb1-instance-id"));
            Assert.That(
                inputs.GetProperty("Parameters").GetProperty("State")[0].GetString(), Is.EqualTo("absent"));
        }
    }

    // The member that the plan names may be lost too by the time the zone is back.
    [Test]
    public void Should_switch_back_on_the_member_that_the_operator_names()
    {
        var content = JsonDocument.Parse(
            _deployed.Named(Document, "recovery-switch-back-eu-west-1a").Text("content")).RootElement;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                content.GetProperty("parameters").GetProperty("RunOn").GetProperty("default").GetString(),
                Is.EqualTo("mailbox-exb1-instance-id"));
            Assert.That(
                content.GetProperty("mainSteps").EnumerateArray().Select(step =>
                    step.GetProperty("inputs").GetProperty("InstanceIds")[0].GetString()),
                Is.EqualTo(new[] { "{{ RunOn }}", "{{ RunOn }}" }));
        }
    }

    [Test]
    public async Task Should_tell_the_names_of_the_documents()
    {
        var names = await OutputUtilities.GetValueAsync(_deployed.Stack.RecoveryDocuments);

        Assert.That(
            names.Keys,
            Is.EquivalentTo(new[]
                {
                    "without-exa1-witness", "without-exb1-witness", "take-back-rights",
                    "switch-back-eu-west-1a", "switch-back-eu-west-1b",
                }));
    }
}
