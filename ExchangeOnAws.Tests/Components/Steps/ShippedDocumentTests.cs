using System.Globalization;
using System.Management.Automation.Language;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ExchangeOnAws.Components;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

/// <summary>What is sent to the servers.</summary>
public sealed partial class ShippedDocumentTests
{
    private static DeploymentPlan Plan { get; } = Plans.ThreeZonesWith(settings => settings with
    {
        Mailbox = settings.Mailbox with { ProductKeySecretArn = Plans.Secret },
    });

    private static DeploymentPlan OfLostMember { get; } =
        Plans.WithMailbox(mailbox => mailbox with { Rebuild = ["EXB1"] });

    private static DeploymentPlan OfExistingDomain { get; } = Plans.WithDirectory(directory =>
        directory with { Existing = Plans.ExistingDirectory });

    private static IReadOnlyList<StepRun> Runs { get; } =
    [
        .. StepRun.From(Plan.Steps)
            .Concat(StepRun.From(OfExistingDomain.Steps))
            .Concat(StepRun.From(OfLostMember.Steps))
            .DistinctBy(run => run.DocumentName),
    ];

    private static IEnumerable<string> OtherScripts =>
    [
        RecoveryDocuments.RestoreScript, RecoveryDocuments.WitnessScript, RecoveryDocuments.ReturnScript,
        CertificateExpiry.Script, CopyHealth.Script,
        .. OperationDocuments.Scripts.Select(each => each.Script),
    ];

    private static IEnumerable<TestCaseData<string>> Contents =>
    [
        .. Runs.Select(run => Content(run.DocumentName, run.Document())),
        .. OtherScripts.Select(script => Content(
            ScriptDocument.NameOf(script), ScriptDocument.Of(script, RecoveryDocuments.Timeout))),
    ];

    private static TestCaseData<string> Content(string name, string content) =>
        new(content) { TestName = $"{{m}}({name})" };

    private static IEnumerable<TestCaseData<StepRun>> Documents =>
        Runs.Select(run => new TestCaseData<StepRun>(run) { TestName = $"{{m}}({run.DocumentName})" });

    // A simple step, one with Exchange's shell, and the run of the gateway: the form of all others.
    [TestCase("server-set-computername")]
    [TestCase("cluster-set-databasecopies")]
    [TestCase("gateway")]
    public void Document_has_the_form_of_the_approved_one(string name) => Approved.Matches(
        $"documents/{name}.json", Runs.Single(run => run.DocumentName == name).Document());

    // What a double brace begins is a parameter to Systems Manager, also inside a script.
    [TestCaseSource(nameof(Contents))]
    public void Document_names_no_parameter_but_its_own(string content)
    {
        var declared = JsonNode.Parse(content)!["parameters"]!.AsObject().Select(each => each.Key);
        var named = Parameters().Matches(content).Select(match => match.Groups[1].Value);

        Assert.That(named.Distinct(), Is.SubsetOf(declared));
    }

    [TestCaseSource(nameof(Contents))]
    public void Document_has_scripts_of_correct_syntax(string content)
    {
        var scripts = JsonNode.Parse(content)!["mainSteps"]!.AsArray()
            .Select(step => string.Join('\n', step!["inputs"]!["runCommand"]!.AsArray()
                .Select(line => line!.GetValue<string>())))
            .ToArray();

        Assert.That(scripts, Is.Not.Empty);
        using (Assert.EnterMultipleScope())
        {
            foreach (var script in scripts)
            {
                Parser.ParseInput(script, out _, out var errors);
                Assert.That(errors.Select(error => error.ToString()), Is.Empty);
            }
        }
    }

    // Each function of a document is called in it: a server gets nothing it does not run.
    [TestCaseSource(nameof(Contents))]
    public void Document_holds_only_functions_that_it_calls(string content)
    {
        var script = Parser.ParseInput(
            string.Join('\n', JsonNode.Parse(content)!["mainSteps"]!.AsArray()
                .SelectMany(step => step!["inputs"]!["runCommand"]!.AsArray())
                .Select(line => line!.GetValue<string>())), out _, out _);
        var defined = script.FindAll(node => node is FunctionDefinitionAst, true)
            .Cast<FunctionDefinitionAst>()
            .Select(function => function.Name);
        var words = script.FindAll(node => node is StringConstantExpressionAst, true)
            .Cast<StringConstantExpressionAst>()
            .Select(word => word.Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        // The runner calls these two by the names that every step gives them.
        Assert.That(
            defined.Distinct().Except(["Test-Done", "Set-Done"]).Where(name => !words.Contains(name)),
            Is.Empty);
    }

    [TestCaseSource(nameof(Contents))]
    public void Document_is_small_enough_for_systems_manager(string content) => Assert.That(
        Encoding.UTF8.GetByteCount(content), Is.LessThanOrEqualTo(CommandDocument.LimitBytes));

    [TestCaseSource(nameof(Documents))]
    public void Document_is_passed_what_its_scripts_take(StepRun run)
    {
        var parameters = run.Steps
            .SelectMany(
                step => StepScript.Parse(step.Script, ScriptLibrary.Shipped.Text(step.Script)).Parameters)
            .Distinct()
            .ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Arguments.Keys, Is.SubsetOf(parameters.Select(parameter => parameter.Name)));
            Assert.That(
                run.Arguments.Keys,
                Is.SupersetOf(parameters
                    .Where(parameter => parameter.IsMandatory)
                    .Select(parameter => parameter.Name)));
        }
    }


    // Killed by Systems Manager, a script says nothing of what it waited for.
    [TestCaseSource(nameof(Documents))]
    public void Waits_of_a_script_end_before_its_document_does(StepRun run)
    {
        var seconds = run.Steps
            .SelectMany(step => Waits().Matches(ScriptLibrary.Shipped.Text(step.Script)))
            .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            .ToArray();

        // It waits for a setup that runs already, and then restarts; or for its own.
        var installs = run.DocumentName is "mailbox-install-mailboxrole" or "edge-install-edgerole";
        var total = installs ? seconds.Max() : seconds.Sum();
        Assert.That(total, Is.LessThanOrEqualTo(run.TimeoutMinutes * 60));
    }

    [GeneratedRegex(@"\{\{\s*(\w+)\s*\}\}|\{\{")]
    private static partial Regex Parameters();

    [GeneratedRegex(@"TimeoutSeconds(?: *=)? +(\d+)")]
    private static partial Regex Waits();

    [Test]
    public void Every_script_is_run_by_some_step() => Assert.That(
        ScriptLibrary.Shipped.Steps,
        Is.EquivalentTo(Plan.Steps.Schedule
            .Concat(OfExistingDomain.Steps.Schedule)
            .Concat(OfLostMember.Steps.Schedule)
            .Select(step => step.Step.Script)
            .Concat(OtherScripts)
            .Distinct()));
}
