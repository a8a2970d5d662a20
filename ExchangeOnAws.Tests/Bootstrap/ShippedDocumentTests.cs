using System.Text;
using ExchangeOnAws.Bootstrap;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Bootstrap;

/// <summary>What is sent to the servers, as files that a review can read.</summary>
public sealed class ShippedDocumentTests
{
    private static IReadOnlyList<StepRun> Runs { get; } =
        [.. StepRun.From(Plans.ThreeZones.Steps).DistinctBy(run => run.DocumentName)];

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

    [Test]
    public void Every_script_is_run_by_some_step() => Assert.That(
        ScriptLibrary.Shipped.Steps,
        Is.EquivalentTo(Plans.ThreeZones.Steps.Schedule.Select(step => step.Step.Script).Distinct()));
}
