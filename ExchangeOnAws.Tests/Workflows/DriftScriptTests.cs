using NUnit.Framework;

namespace ExchangeOnAws.Tests.Workflows;

/// <summary>detect-drift.sh and report-drift.sh.</summary>
[Platform("Linux")]
public sealed class DriftScriptTests
{
    private WorkflowScript _script = null!;

    [SetUp]
    public void Create() => _script = new WorkflowScript();

    [TearDown]
    public void Delete() => _script.Dispose();

    [TestCase("exit 0", 0, "none")]
    [TestCase("echo 'error: no changes were expected but changes were proposed'; exit 255", 1, "drift")]
    [TestCase("echo 'error: AccessDenied'; exit 255", 1, "failed")]
    public async Task Drift_is_told_from_a_failure(string refresh, int expected, string result)
    {
        _script.Environment["PULUMI_BACKEND_URL"] = "s3://state";
        _script.Program("gh", "echo 0");
        _script.Program("pulumi", $"[ \"$1\" = refresh ] || exit 0\n{refresh}");

        var (exitCode, _) = await _script.Run("detect-drift.sh", "prod", _script.PathOf("drift"));

        Assert.That((exitCode, _script.Read("drift/prod.result")), Is.EqualTo((expected, $"{result}\n")));
        Assert.That(_script.Calls, Does.Contain("refresh --stack prod --preview-only --expect-no-changes"));
    }

    [Test]
    public async Task Drift_is_not_looked_for_while_a_deployment_runs()
    {
        _script.Program("gh", "echo 1");
        _script.Program("pulumi", "");

        var (exitCode, _) = await _script.Run("detect-drift.sh", "prod", _script.PathOf("drift"));

        Assert.That(exitCode, Is.Zero);
        Assert.That(_script.Read("drift/prod.result"), Is.EqualTo("busy\n"));
        Assert.That(_script.Calls, Does.Not.Contain("pulumi"));
    }

    [TestCase("drift", "", "POST repos/example/exchange/issues -f title=Drift: prod")]
    [TestCase("failed", "", "POST repos/example/exchange/issues -f title=Drift: prod")]
    [TestCase("drift", "9", "PATCH repos/example/exchange/issues/9 -F body=")]
    [TestCase("none", "9", "PATCH repos/example/exchange/issues/9 -f state=closed")]
    public async Task Drift_has_one_issue(string result, string issue, string call)
    {
        _script.Write("results/prod.result", $"{result}\n");
        _script.Write("results/prod.txt", "~ aws:ec2/instance:Instance EXA1\n");
        _script.Program("gh", $"case \"$*\" in *state=open*) echo {issue} ;; esac");

        var (exitCode, output) = await _script.Run("report-drift.sh", _script.PathOf("results"));

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(_script.Calls, Does.Contain(call));
    }

    [TestCase("none")]
    [TestCase("busy")]
    public async Task No_drift_opens_no_issue(string result)
    {
        _script.Write("results/prod.result", $"{result}\n");
        _script.Program("gh", "");

        var (exitCode, output) = await _script.Run("report-drift.sh", _script.PathOf("results"));

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(_script.Calls, Does.Not.Contain("--silent"));
    }
}
