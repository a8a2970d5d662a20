using NUnit.Framework;

namespace ExchangeOnAws.Tests.Workflows;

/// <summary>The workflows keep the rules, and each rule notices what it is for.</summary>
public sealed class WorkflowRulesTests
{
    private const string Good = """
        on: [pull_request]
        permissions: {}
        jobs:
          build:
            runs-on: ubuntu-24.04
            timeout-minutes: 5
            permissions:
              contents: read
            strategy:
              matrix:
                stack: [dev]
            outputs:
              size: ${{ steps.measure.outputs.size }}
            steps:
              - uses: actions/checkout@0123456789012345678901234567890123456789 # v1.2.3
                with:
                  persist-credentials: false
              - id: measure
                env:
                  STACK: ${{ matrix.stack }}
                run: echo "size=1" >>"$GITHUB_OUTPUT"
          use:
            needs: build
            if: needs.build.outputs.size != ''
            runs-on: ubuntu-24.04
            timeout-minutes: 5
            permissions: {}
            steps: []
        """;

    [Test]
    public void Workflows_and_actions_keep_the_rules()
    {
        var files = WorkflowFile.Workflows.Concat(WorkflowFile.Actions).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(WorkflowFile.Workflows, Has.Count.GreaterThanOrEqualTo(6));
            Assert.That(WorkflowFile.Actions, Is.Not.Empty);
            Assert.That(files.SelectMany(WorkflowRules.ProblemsOf), Is.Empty);
        }
    }

    [Test]
    public void One_action_has_one_commit_everywhere()
    {
        var pins = WorkflowFile.Workflows.Concat(WorkflowFile.Actions)
            .SelectMany(file => file.Text.Split('\n'))
            .Where(line => line.Contains("uses: ", StringComparison.Ordinal) && line.Contains('@'))
            .Select(line => line[(line.IndexOf("uses: ", StringComparison.Ordinal) + 6)..].Trim().Split('@'))
            .GroupBy(parts => parts[0], parts => parts[1])
            .ToArray();

        Assert.That(pins, Is.Not.Empty);
        Assert.That(pins.Where(pin => pin.Distinct().Count() > 1).Select(pin => pin.Key), Is.Empty);
    }

    [Test]
    public void A_good_workflow_has_no_problem() => Assert.That(ProblemsWith("", ""), Is.Empty);

    [TestCase("@0123456789012345678901234567890123456789 # v1.2.3", "@v1", "a tag can be moved")]
    [TestCase(" # v1.2.3", "", "without a commit and its version")]
    [TestCase("permissions: {}\njobs", "jobs", "does not say permissions: {}")]
    [TestCase("    permissions:\n      contents: read\n", "", "does not list its permissions")]
    [TestCase("timeout-minutes: 5", "timeout-minutes: 400", "no timeout-minutes")]
    [TestCase("[pull_request]", "[pull_request_target]", "one mistake")]
    [TestCase("contents: read", "id-token: write", "has credentials and runs for forks")]
    [TestCase("STACK: ${{ matrix.stack }}", "KEY: ${{ secrets.KEY }}", "has credentials and runs for forks")]
    [TestCase("persist-credentials: false", "persist-credentials: true", "leaves its token")]
    [TestCase("echo \"size=1\"", "echo \"size=${{ github.event.pull_request.title }}\"", "into a script")]
    [TestCase("matrix.stack }}", "matrix.stak }}", "not every combination")]
    [TestCase("steps.measure.", "steps.mesure.", "no step of that id")]
    [TestCase("echo \"size=1\"", "echo \"length=1\"", "does not write it")]
    [TestCase("    needs: build\n", "", "does not wait for it")]
    [TestCase("needs.build.outputs.size", "needs.build.outputs.sise", "no such output")]
    [TestCase("matrix.stack }}", "inputs.stack }}", "no such input")]
    [TestCase("matrix.stack }}", "var.stack }}", "no such context")]
    public void A_broken_rule_is_found(string good, string bad, string problem) =>
        Assert.That(ProblemsWith(good, bad), Has.Some.Contains(problem));

    [Test]
    public void A_fork_s_code_is_not_checked_out_where_it_may_write() => Assert.That(
        ProblemsWith("[pull_request]", "[workflow_run]").Concat(
            ProblemsWith("on: [pull_request]", "on: [workflow_run]", "with:", "with:\n          ref: main")),
        Has.Exactly(1).Contains("something else than the default branch"));

    private static string[] ProblemsWith(params string[] changes)
    {
        var text = Good.ReplaceLineEndings("\n");
        foreach (var change in changes.Chunk(2).Where(change => change[0].Length > 0))
        {
            Assert.That(text, Does.Contain(change[0]));
            text = text.Replace(change[0], change[1], StringComparison.Ordinal);
        }

        return [.. WorkflowRules.ProblemsOf(WorkflowFile.Parse("sample", text))];
    }
}
