using ExchangeOnAws.Planning;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class StepGraphTests
{
    [Test]
    public void Steps_that_wait_start_when_the_last_of_those_ends()
    {
        var graph = StepGraph.From([Step("join", 5, "forest", "name"), Step("forest", 15), Step("name", 10)]);

        Assert.That(
            graph.Schedule.Select(step => (step.Step.Id, step.Start, step.End)),
            Is.EqualTo(new[] { ("forest", 0, 15), ("name", 0, 10), ("join", 15, 20) }));
    }

    [Test]
    public void Critical_steps_are_those_whose_delay_delays_the_whole()
    {
        var graph = StepGraph.From(
            [Step("a", 10), Step("b", 4), Step("c", 5, "a", "b"), Step("d", 1, "b"), Step("e", 2, "c")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(graph.CriticalPathMinutes, Is.EqualTo(17));
            Assert.That(graph.CriticalPath.Select(step => step.Id), Is.EqualTo(new[] { "a", "c", "e" }));
            Assert.That(
                graph.Schedule.Where(step => step.IsCritical).Select(step => step.Step.Id),
                Is.EquivalentTo(new[] { "a", "c", "e" }));
        }
    }

    [Test]
    public void No_steps_take_no_time()
    {
        var graph = StepGraph.From([]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(graph.CriticalPathMinutes, Is.Zero);
            Assert.That(graph.CriticalPath, Is.Empty);
        }
    }

    [Test]
    public void Steps_that_wait_for_each_other_are_refused() => Assert.That(
        () => StepGraph.From([Step("a", 1), Step("b", 1, "c"), Step("c", 1, "b")]),
        Throws.InvalidOperationException.With.Message.EqualTo(
            "Steps b, c wait for each other, so none can start. Take one of the waits out."));

    [Test]
    public void Step_that_waits_for_none_that_exists_is_refused() => Assert.That(
        () => StepGraph.From([Step("a", 1, "z")]),
        Throws.InvalidOperationException.With.Message.EqualTo(
            "Step a waits for z, which does not exist. Add it, or do not wait for it."));

    [Test]
    public void Id_of_two_steps_is_refused() => Assert.That(
        () => StepGraph.From([Step("a", 1), Step("a", 2)]),
        Throws.InvalidOperationException.With.Message.EqualTo("Two steps have the id a. Give each its own."));

    private static StepPlan Step(string id, int minutes, params string[] after) => new()
    {
        Id = id,
        Target = new StepTarget("HOST", HostRole.Mailbox, IsGroup: false),
        Script = "Windows/Set-ComputerName",
        Arguments = new Dictionary<string, StepArgument>(),
        After = after,
        Minutes = minutes,
    };
}
