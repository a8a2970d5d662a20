using ExchangeOnAws.Tests.Scripts.Samples;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class RunnerTests
{
    private const string Marker = @"C:\ProgramData\ExchangeOnAws\Steps\Test-Step.json";

    [Test]
    public void State_that_is_not_reached_fails()
    {
        var result = SampleScripts.Step(new(), set: "$null = 1").Once();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failure, Does.Contain("did not reach its state"));
    }

    [Test]
    public void Restart_loop_ends_after_five()
    {
        var windows = new SimulatedWindows();

        var result = SampleScripts.Step(windows, set: "Request-Restart -Reason 'the moon is full'").ToEnd();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(windows.Restarts, Is.EqualTo(5));
        Assert.That(
            result.Failure, Does.Contain("restarted the server 5 times").And.Contain("the moon is full"));
    }

    [Test]
    public void Nothing_runs_after_a_restart_request()
    {
        var windows = new SimulatedWindows();

        var result = SampleScripts.Step(windows, set: """
            try { Request-Restart -Reason 'x' } catch { $null = 'a step that catches too much' }
            """).Once();

        Assert.That(result.ExitCode, Is.EqualTo(3010));
        Assert.That(windows.Files.Read(Marker), Does.Contain("\"restarts\": 1"));
    }

    [Test]
    public void Torn_marker_counts_from_zero()
    {
        var windows = new SimulatedWindows();
        windows.Files.CreateFolder(@"C:\ProgramData\ExchangeOnAws\Steps");
        windows.Files.Write(Marker, "{ \"rest");

        var result = SampleScripts.Step(windows, set: "Request-Restart -Reason 'x'").Once();

        Assert.That(result.ExitCode, Is.EqualTo(3010));
        Assert.That(windows.Files.Read(Marker), Does.Contain("\"restarts\": 1"));
    }

    [Test]
    public void Marker_is_removed_when_the_step_is_done()
    {
        var windows = new SimulatedWindows();
        const string isRestarted = "return (Test-Path -LiteralPath 'C:\\done')";
        SampleScripts.Step(windows, "Request-Restart -Reason 'x'", isRestarted).Once();
        windows.Restart();
        windows.Files.CreateFolder(@"C:\done");

        var result = SampleScripts.Step(windows, "throw 'not again'", isRestarted).Once();

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(windows.Files.Exists(Marker), Is.False);
    }

    [TestCase("return 1")]
    [TestCase("$true; $true")]
    [TestCase("$null = 1")]
    public void Answer_other_than_true_or_false_fails(string test)
    {
        var result = SampleScripts.Step(new(), "$null = 1", test).Once();

        Assert.That(result.Failure, Does.Contain("not one $true or $false"));
    }

    [Test]
    public void Error_of_a_cmdlet_stops_the_step()
    {
        var windows = new SimulatedWindows();

        var result = SampleScripts.Step(windows, """
            Remove-Item -LiteralPath 'C:\missing'
            $null = New-Item -Path 'C:\reached' -ItemType 'Directory'
            """).Once();

        Assert.That(result.Failure, Does.Match(
            @"Test-Step failed: Cannot find path 'C:\\missing'.*"
                + @"\(Remove-Item, line \d+\).*Test-Step\.log\.$"));
        Assert.That(windows.Files.Exists(@"C:\reached"), Is.False);
    }

    [TestCase("Test-Path -NoSuchParameter 'x'", "NoSuchParameter")]
    [TestCase("Test-Path 'C:\\x'", "positional parameter")]
    [TestCase("Get-Nothing -Name 'x'", "Get-Nothing")]
    [TestCase("Test-Path -PathType 'Leaf'", "no parameter set")]
    public void Undocumented_use_fails_on_the_bench(string set, string reason) =>
        Assert.That(SampleScripts.Step(new(), set).Once().Failure, Does.Contain(reason));

    [Test]
    public void Log_that_cannot_be_written_does_not_fail_the_step()
    {
        var windows = new SimulatedWindows();
        windows.Files.CreateFolder(@"C:\ProgramData\ExchangeOnAws\Logs\Test-Step.log");

        var result = SampleScripts.Step(windows, "throw 'not needed'", "return $true").Once();

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Text, Does.Contain("could not write to its log"));
    }

    [Test]
    public void Unexpected_output_does_not_become_the_exit_code()
    {
        var result = SampleScripts.Step(new(), "throw 'as expected'\n}\n'unexpected'\nfunction Set-Nothing {")
            .Once();

        Assert.That(result.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public void Log_lines_have_time_and_step()
    {
        var windows = new SimulatedWindows();

        var result = SampleScripts.Step(windows, "'some output'").Once();

        var log = windows.Files.Read(@"C:\ProgramData\ExchangeOnAws\Logs\Test-Step.log").TrimEnd()
            .Split('\n');
        Assert.That(log, Has.All.Match(@"^2026-11-01T12:00:00Z Test-Step \S"));
        Assert.That(log, Is.EqualTo(result.Output));
        Assert.That(log, Has.Some.EndsWith("some output"));
    }
}
