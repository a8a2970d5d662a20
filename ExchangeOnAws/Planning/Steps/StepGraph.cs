using ExchangeOnAws.Values;

namespace ExchangeOnAws.Planning;

/// <summary>When a step runs, counted from the start of the deployment.</summary>
/// <param name="Step">The step.</param>
/// <param name="Start">Minutes.</param>
/// <param name="IsCritical">A delay of this step delays the whole.</param>
public sealed record ScheduledStep(StepPlan Step, int Start, bool IsCritical)
{
    public int End => Start + Step.Minutes;
}

/// <summary>The steps of a deployment in an order that respects what each waits for.</summary>
public sealed class StepGraph
{
    private StepGraph(IReadOnlyList<ScheduledStep> schedule) => Schedule = schedule;

    /// <summary>
    /// Every step after those it waits for; of two that could start together, the one listed first.
    /// </summary>
    public IReadOnlyList<ScheduledStep> Schedule { get; }

    /// <summary>How long the deployment takes when every step starts as soon as it may.</summary>
    public int CriticalPathMinutes => Schedule.Count == 0 ? 0 : Schedule.Max(step => step.End);

    /// <summary>One chain of steps that takes the whole time, first to last.</summary>
    public IReadOnlyList<StepPlan> CriticalPath => [.. Chain().Reverse()];

    /// <summary>Orders the steps.</summary>
    /// <exception cref="InvalidOperationException">
    /// Two steps share an id, a step waits for one that does not exist, or steps wait for each other.
    /// </exception>
    public static StepGraph From(IReadOnlyList<StepPlan> steps)
    {
        RefuseDuplicates(steps);
        var ends = new Dictionary<string, int>();
        var ordered = new List<(StepPlan Step, int Start)>();
        var waiting = steps.ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.FirstOrDefault(step => step.After.All(ends.ContainsKey))
                ?? throw Stuck(waiting, steps);
            var start = next.After.Select(id => ends[id]).DefaultIfEmpty(0).Max();
            ends[next.Id] = start + next.Minutes;
            ordered.Add((next, start));
            waiting.Remove(next);
        }

        var slackless = Critical(ordered, ends);
        return new StepGraph([.. ordered.Select(entry =>
            new ScheduledStep(entry.Step, entry.Start, slackless.Contains(entry.Step.Id)))]);
    }

    private IEnumerable<StepPlan> Chain()
    {
        var current = Schedule.Where(step => step.IsCritical).MaxBy(step => step.End);
        while (current is not null)
        {
            yield return current.Step;
            var (start, after) = (current.Start, current.Step.After);
            current = Schedule.FirstOrDefault(step => step.End == start && after.Contains(step.Step.Id));
        }
    }

    // From the last step backwards: a step is critical when some critical one starts the moment it ends.
    private static HashSet<string> Critical(
        List<(StepPlan Step, int Start)> ordered, Dictionary<string, int> ends)
    {
        var total = ends.Values.DefaultIfEmpty(0).Max();
        var latestEnd = ordered.ToDictionary(entry => entry.Step.Id, _ => total);
        foreach (var (step, _) in Enumerable.Reverse(ordered))
        {
            foreach (var predecessor in step.After)
            {
                latestEnd[predecessor] = Math.Min(latestEnd[predecessor], latestEnd[step.Id] - step.Minutes);
            }
        }

        return
        [
            .. ordered.Where(entry => latestEnd[entry.Step.Id] == ends[entry.Step.Id])
                .Select(entry => entry.Step.Id),
        ];
    }

    private static void RefuseDuplicates(IReadOnlyList<StepPlan> steps)
    {
        if (steps.GroupBy(step => step.Id).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new InvalidOperationException($"Two steps have the id {twice.Key}. Give each its own.");
        }
    }

    private static InvalidOperationException Stuck(List<StepPlan> waiting, IReadOnlyList<StepPlan> steps)
    {
        var known = steps.Select(step => step.Id).ToHashSet();
        foreach (var step in waiting)
        {
            if (step.After.FirstOrDefault(id => !known.Contains(id)) is { } unknown)
            {
                return new InvalidOperationException(
                    $"Step {step.Id} waits for {unknown}, which does not exist. "
                        + "Add it, or do not wait for it.");
            }
        }

        return new InvalidOperationException(
            $"Steps {string.Join(", ", waiting.Select(step => step.Id))} wait for each "
                + "other, so none can start. Take one of the waits out.");
    }
}
