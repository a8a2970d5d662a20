using NUnit.Framework;

namespace ExchangeOnAws.Tests.Workflows;

/// <summary>check-variables.sh and deploy.sh.</summary>
[Platform("Linux")]
public sealed class DeployScriptTests
{
    private WorkflowScript _script = null!;

    [SetUp]
    public void Create() => _script = new WorkflowScript();

    [TearDown]
    public void Delete() => _script.Dispose();

    [Test]
    public async Task Missing_variables_are_named_and_skip_the_rest()
    {
        var (exitCode, output) = await _script.Run("check-variables.sh", "ROLE=", "BACKEND=s3://state");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(output, Does.Contain("::notice").And.Contain("settings: ROLE."));
            Assert.That(_script.Read("output"), Is.EqualTo("ready=false\n"));
        }
    }

    [Test]
    public async Task Variables_that_are_set_are_ready()
    {
        await _script.Run("check-variables.sh", "ROLE=arn:aws:iam::1:role/a", "BACKEND=s3://state?a=b");

        Assert.That(_script.Read("output"), Is.EqualTo("ready=true\n"));
    }

    [Test]
    public async Task A_deployment_whose_time_is_over_is_stopped_gently()
    {
        _script.Environment["PULUMI_BACKEND_URL"] = "s3://state";
        _script.Program("pulumi", "[ \"$1\" = up ] || exit 0\n"
            + "trap 'echo interrupted >>\"$CALLS\"; exit 0' INT\nwhile :; do sleep 0.05; done");

        var (exitCode, output) = await _script.Run("deploy.sh", "dev", "0.01");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Not.Zero);
            Assert.That(output, Does.Contain("::error title=dev was not finished::"));
            Assert.That(_script.Calls, Does.StartWith("pulumi login s3://state\npulumi up --stack dev "));
            Assert.That(_script.Calls, Does.EndWith("interrupted\n"));
        }
    }

    [Test]
    public async Task A_deployment_is_wide_and_its_state_compressed()
    {
        _script.Environment["PULUMI_BACKEND_URL"] = "s3://state";
        _script.Program("pulumi", "echo \"gzip $PULUMI_DIY_BACKEND_GZIP\" >>\"$CALLS\"");

        await _script.Run("deploy.sh", "dev", "5");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_script.Calls, Does.Contain("\npulumi up --stack dev --parallel 64 "));
            Assert.That(
                _script.Calls.Split('\n').Where(call => call.StartsWith("gzip", StringComparison.Ordinal)),
                Is.EqualTo(new[] { "gzip true", "gzip true" }));
        }
    }

    [Test]
    public async Task A_deployment_that_fails_fails_the_job()
    {
        _script.Environment["PULUMI_BACKEND_URL"] = "s3://state";
        _script.Program("pulumi", "[ \"$1\" != up ] || exit 255");

        Assert.That((await _script.Run("deploy.sh", "dev", "5")).ExitCode, Is.EqualTo(255));
    }
}
