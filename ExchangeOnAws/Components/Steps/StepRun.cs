using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Components;

/// <summary>
/// Steps that are one document and one association: a single one on a host; all of a group's in their order,
/// so that a server that Auto Scaling launches next year runs them as the first one did.
/// </summary>
public sealed record StepRun(StepTarget Target, IReadOnlyList<StepPlan> Steps)
{
    /// <summary>The step's id, or the group's name.</summary>
    public string Id => Target.IsGroup ? Target.Name : Steps[0].Id;

    /// <summary>The group's name, or the script's.</summary>
    public string DocumentName => Target.IsGroup ? Target.Name : ScriptDocument.NameOf(Steps[0].Script);

    /// <summary>Ids of the steps of other runs that end before this one starts.</summary>
    public IEnumerable<string> After => Steps
        .SelectMany(step => step.After)
        .Except(Steps.Select(step => step.Id));

    public int TimeoutMinutes =>
        Math.Min(StepPlan.LongestTimeoutMinutes, Steps.Sum(step => step.TimeoutMinutes));

    /// <summary>The arguments of all steps; one that two steps take has one value.</summary>
    /// <exception cref="InvalidOperationException">
    /// Two steps want different values for one parameter.
    /// </exception>
    public IReadOnlyDictionary<string, StepArgument> Arguments => Steps
        .SelectMany(step => step.Arguments)
        .Distinct()
        .GroupBy(argument => argument.Key)
        .ToDictionary(
            same => same.Key,
            same => same.Count() == 1
                ? same.First().Value
                : throw new InvalidOperationException(
                    $"Steps of {Target.Name} want different values for the parameter {same.Key}. "
                        + "Rename it in one of their scripts."));

    /// <summary>The document's JSON.</summary>
    public string Document()
    {
        var timeout = TimeSpan.FromMinutes(TimeoutMinutes);
        return Target.IsGroup
            ? ScriptDocument.Of(
                Target.Name, $"Configures every server of {Target.Name}, step by step.",
                [.. Steps.Select(step => StepScript.Shipped(step.Script))], timeout)
            : ScriptDocument.Of(Steps[0].Script, timeout);
    }

    /// <summary>The runs of a deployment, each after those it waits for.</summary>
    public static IEnumerable<StepRun> From(StepGraph steps) => steps.Schedule
        .Select(scheduled => scheduled.Step)
        .GroupBy(step => step.Target.IsGroup ? step.Target.Name : step.Id)
        .Select(run => new StepRun(run.First().Target, [.. run]));
}
