using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ExchangeOnAws.Bootstrap;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Bootstrap;

/// <summary>What is sent to the servers, as files that a review can read.</summary>
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

    private static IEnumerable<TestCaseData<StepRun>> Documents =>
        Runs.Select(run => new TestCaseData<StepRun>(run) { TestName = $"{{m}}({run.DocumentName})" });

    [TestCaseSource(nameof(Documents))]
    public void Document_is_the_approved_one(StepRun run) =>
        Approved.Matches($"documents/{run.DocumentName}.json", run.Document());

    [TestCaseSource(nameof(Documents))]
    public void Document_is_small_enough_for_systems_manager(StepRun run) => Assert.That(
        Encoding.UTF8.GetByteCount(run.Document()), Is.LessThanOrEqualTo(CommandDocument.LimitBytes));

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

    [TestCase(RecoveryDocuments.RestoreScript)]
    [TestCase(RecoveryDocuments.WitnessScript)]
    [TestCase(CertificateExpiry.Script)]
    [TestCase(RecoveryDocuments.ReturnScript)]
    [TestCase(CopyHealth.Script)]
    [TestCase("Operations/Enter-Maintenance")]
    [TestCase("Operations/Exit-Maintenance")]
    [TestCase("Recovery/Reset-DatabaseCopy")]
    public void Document_that_is_no_step_is_the_approved_one(string script)
    {
        var content = ScriptDocument.Of(script, RecoveryDocuments.Timeout);

        Approved.Matches($"documents/{ScriptDocument.NameOf(script)}.json", content);
        Assert.That(
            Encoding.UTF8.GetByteCount(content), Is.LessThanOrEqualTo(CommandDocument.LimitBytes));
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

    [GeneratedRegex(@"TimeoutSeconds(?: *=)? +(\d+)")]
    private static partial Regex Waits();

    [Test]
    public void Every_script_is_run_by_some_step() => Assert.That(
        ScriptLibrary.Shipped.Steps,
        Is.EquivalentTo(Plan.Steps.Schedule
            .Concat(OfExistingDomain.Steps.Schedule)
            .Concat(OfLostMember.Steps.Schedule)
            .Select(step => step.Step.Script)
            .Concat(
            [
                RecoveryDocuments.RestoreScript, RecoveryDocuments.WitnessScript,
                RecoveryDocuments.ReturnScript, CertificateExpiry.Script, CopyHealth.Script,
            ])
            .Concat(OperationDocuments.Scripts.Select(each => each.Script))
            .Distinct()));
}
