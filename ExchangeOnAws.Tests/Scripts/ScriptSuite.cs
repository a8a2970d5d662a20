using ExchangeOnAws.Components;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>
/// What every step script promises. A fixture gives a machine, parameters and the state to reach.
/// </summary>
[Parallelizable(ParallelScope.All)]
public abstract class ScriptSuite
{
    /// <summary>The script's path in its library: Directory/New-Forest.</summary>
    protected abstract string Script { get; }

    protected abstract IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>Whether the script only looks, so that no change can be broken off.</summary>
    protected virtual bool OnlyLooks => false;

    protected virtual ScriptLibrary Library => ScriptLibrary.Shipped;

    /// <summary>A machine on which the step has not run yet.</summary>
    protected abstract SimulatedWindows NewMachine();

    /// <summary>Whether the step's state is there, judged without the script.</summary>
    protected abstract bool IsReached(SimulatedWindows windows);

    protected virtual ScriptRun RunOn(SimulatedWindows windows) =>
        ScriptRun.Of(Library, Script, windows, Parameters);

    [Test]
    public void First_run_reaches_the_state()
    {
        var windows = NewMachine();
        Assert.That(
            IsReached(windows), Is.False,
            "The new machine has the state already: the test would prove nothing.");

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(IsReached(windows), Is.True, result.Text);
    }

    [Test]
    public void Second_run_changes_nothing()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();

        var second = RunOn(windows).ToEnd();

        Assert.That(second.ExitCode, Is.Zero, second.Text);
        Assert.That(second.Changes, Is.Empty);
    }

    [Test]
    public void Restart_after_any_change_still_ends_in_the_state()
    {
        var points = RunOn(NewMachine()).Once().Counts.Changes;
        Assert.That(points, OnlyLooks ? Is.Zero : Is.Positive);

        using var scope = Assert.EnterMultipleScope();
        for (var point = 1; point <= points; point++)
        {
            var windows = NewMachine();
            var result = RunOn(windows).ToEnd(new Breakage(StopAfter: point));
            var changes = string.Join("\n", result.Changes);
            var where = $"power lost after change {point}:\n{result.Text}\n{changes}";
            Assert.That(result.ExitCode, Is.Zero, where);
            Assert.That(IsReached(windows), Is.True, where);
            AssertNoSecret(windows, result);
        }
    }

    [Test]
    public void Failure_at_any_command_is_reported_and_the_next_run_finishes()
    {
        var points = PointsOf(RunOn(NewMachine()).Once());
        Assert.That(points, Is.Not.Empty);

        using var scope = Assert.EnterMultipleScope();
        foreach (var point in points)
        {
            var windows = NewMachine();
            var result = RunOn(windows).Once(new Breakage(FailAt: point));
            var commands = result.Commands.Where(command => !command.IsLog).ToArray();
            var broken = commands.ElementAtOrDefault(point - 1);
            AssertReported(windows, result, $"{broken} failed (command {point}):\n{result.Text}");
            AssertNoSecret(windows, result);

            // A read that failed, with no change after it, leaves the machine as the failure of the next
            // change does: that one's next run stands for this one's.
            if (commands.Skip(point - 1).All(command => command.Effect != Effect.Changes))
            {
                continue;
            }

            var next = RunOn(windows).ToEnd();
            Assert.That(next.ExitCode, Is.Zero, $"after the failure of {broken}:\n{next.Text}");
            Assert.That(IsReached(windows), Is.True, $"after the failure of {broken}:\n{next.Text}");
        }
    }

    // A wait asks the same again and again: of equal questions the first and the last will do.
    private static IReadOnlyList<int> PointsOf(RunResult run)
    {
        var commands = run.Commands.Where(command => !command.IsLog)
            .Select((command, index) => (Command: command, Point: index + 1)).ToArray();
        var changes = commands.Where(each => each.Command.Effect == Effect.Changes);
        var questions = commands.Except(changes).GroupBy(each => each.Command.ToString())
            .SelectMany(same => new[] { same.First(), same.Last() });
        return [.. changes.Concat(questions).Select(each => each.Point).Distinct().Order()];
    }

    [Test]
    public void No_secret_leaves_the_script()
    {
        var windows = NewMachine();

        AssertNoSecret(windows, RunOn(windows).ToEnd());
    }

    /// <summary>
    /// Either the run did without the command that failed (a wait asks again), or it says what failed.
    /// </summary>
    private void AssertReported(SimulatedWindows windows, RunResult result, string where)
    {
        if (result.ExitCode == 3010 || (result.ExitCode == 0 && IsReached(windows)))
        {
            return;
        }

        Assert.That(result.ExitCode, Is.EqualTo(1), where);
        Assert.That(
            result.Failure,
            Does.Contain(Script[(Script.LastIndexOf('/') + 1)..])
                .And.Match(@"\([A-Z][\w.-]+, line \d+\)|last answer: \S|'\w+\.exe'")
                .And.Not.Contain("System."),
            where);
        Assert.That(windows.Events.Messages, Has.Some.StartsWith("Error "), where);
    }

    private static void AssertNoSecret(SimulatedWindows windows, RunResult result)
    {
        foreach (var (place, text) in LeakSearch.Places(windows, result))
        {
            var leaked = windows.Secrets.Values.Any(
                secret => text.Contains(secret, StringComparison.Ordinal));
            Assert.That(leaked, Is.False, $"{place} shows a secret.");
        }
    }
}
