using ExchangeOnAws.Components;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>Restore-Cluster that only looks: the suite is for steps that change something.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class RestoreClusterCheckTests
{
    private const string Script = "Recovery/Restore-Cluster";

    [Test]
    public void What_may_be_restored_passes_without_a_change()
    {
        var result = Run(RestoreClusterTests.LostZone());

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void What_is_restored_passes_too()
    {
        var windows = RestoreClusterTests.LostZone();
        Run(windows, ("Check", "false"));
        windows.Area<SimulatedExchange>().Lost.Add("DCB1");

        var result = Run(windows);

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    [TestCase("here", "EXC1 is not among the survivors EXB1.")]
    [TestCase("group", "there is no availability group DAG1.")]
    [TestCase("member", "Each member has to be named once: check EXC1.")]
    [TestCase("mode", "DAG1 is not in datacenter activation coordination mode")]
    [TestCase("alive", "EXA1 still answers.")]
    [TestCase("quorum", "so quorum is not lost")]
    [TestCase("witness", "and DCB1.corp.example.com does not answer.")]
    public void Whatever_refuses_the_restore_fails_the_check(string state, string fault)
    {
        var windows = RestoreClusterTests.LostZone();
        var exchange = windows.Area<SimulatedExchange>();
        Action act = state switch
        {
            "here" => () => windows.Area<SimulatedComputer>().Name = "EXC1",
            "group" => exchange.Groups.Clear,
            "member" => () => ClusterMachines.Join(windows, "EXC1"),
            "mode" => () => exchange.Group("DAG1").ActivationMode = "Off",
            "alive" => () => exchange.Lost.Remove("EXA1"),
            "quorum" => () => windows.Area<SimulatedCluster>().HasQuorum = true,
            "witness" => () => exchange.Lost.Add("DCB1"),
            _ => throw new ArgumentException(state, nameof(state)),
        };
        act();

        AssertRefused(Run(windows), fault);
    }

    [Test]
    public void Other_confirmation_fails_the_check() => AssertRefused(
        Run(RestoreClusterTests.LostZone(), ("Confirmation", "yes")), "so nothing was changed");

    [Test]
    public void Failure_at_any_command_changes_nothing()
    {
        var points = New(RestoreClusterTests.LostZone()).Once().Counts.Points;
        Assert.That(points, Is.Positive);

        using var scope = Assert.EnterMultipleScope();
        for (var point = 1; point <= points; point++)
        {
            var result = New(RestoreClusterTests.LostZone()).Once(new Breakage(FailAt: point));
            Assert.That(result.ExitCode, Is.AnyOf(0, 1), $"command {point}:\n{result.Text}");
            Assert.That(result.Changes, Is.Empty, $"command {point}:\n{result.Text}");
        }
    }

    private static void AssertRefused(RunResult result, string fault)
    {
        Assert.That(result.ExitCode, Is.EqualTo(1), result.Text);
        Assert.That(result.Failure, Does.Contain(fault));
        Assert.That(result.Changes, Is.Empty);
    }

    private static RunResult Run(
        SimulatedWindows windows, params (string Name, string Value)[] changes) =>
        New(windows, changes).ToEnd();

    private static ScriptRun New(
        SimulatedWindows windows, params (string Name, string Value)[] changes) => ScriptRun.Of(
        ScriptLibrary.Shipped, Script, windows, RestoreClusterTests.With([("Check", "true"), .. changes]));
}
