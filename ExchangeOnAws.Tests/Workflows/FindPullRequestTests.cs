using NUnit.Framework;

namespace ExchangeOnAws.Tests.Workflows;

/// <summary>find-pull-request.sh: which pull request a run of plan.yaml was for.</summary>
[Platform("Linux")]
public sealed class FindPullRequestTests
{
    private const string Commit = "0123456789012345678901234567890123456789";

    private WorkflowScript _script = null!;

    [SetUp]
    public void Create() => _script = new WorkflowScript();

    [TearDown]
    public void Delete() => _script.Dispose();

    [Test]
    public async Task A_pull_request_is_found_by_the_event()
    {
        FromFork("feature$(touch hacked)");
        _script.Program("gh", "case \"$*\" in *artifacts*) echo 77 ;; *) echo 12 ;; esac");

        var (exitCode, _) = await _script.Run("find-pull-request.sh");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(_script.Read("output"), Is.EqualTo("number=12\nartifact=77\n"));
            Assert.That(_script.Calls, Does.Contain("head=somebody:feature$(touch hacked)"));
            Assert.That(_script.Calls, Does.Contain($".head.sha == \"{Commit}\""));
            Assert.That(_script.Read("hacked"), Is.Empty);
        }
    }

    [Test]
    public async Task A_commit_that_is_no_longer_the_head_gets_no_comment()
    {
        FromFork("feature");
        _script.Program("gh", "");

        var (exitCode, output) = await _script.Run("find-pull-request.sh");

        Assert.That((exitCode, _script.Read("output")), Is.EqualTo((0, "")));
        Assert.That(output, Does.Contain("No open pull request"));
    }

    [Test]
    public async Task What_is_no_commit_goes_into_no_query()
    {
        FromFork("feature");
        _script.Environment["HEAD_SHA"] = "\") | .number, (\"";
        _script.Program("gh", "echo 12");

        Assert.That((await _script.Run("find-pull-request.sh")).ExitCode, Is.EqualTo(1));
        Assert.That(_script.Calls, Is.Empty);
    }

    private void FromFork(string branch)
    {
        _script.Environment["RUN_ID"] = "34";
        _script.Environment["HEAD_SHA"] = Commit;
        _script.Environment["HEAD_OWNER"] = "somebody";
        _script.Environment["HEAD_BRANCH"] = branch;
    }
}
