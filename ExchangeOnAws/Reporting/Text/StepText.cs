using ExchangeOnAws.Planning;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExchangeOnAws.Reporting;

/// <summary>
/// What is done on which server and when, counted from the moment the servers are launched.
/// </summary>
internal static class StepText
{
    public static IRenderable Of(DeploymentPlan plan)
    {
        if (plan.Steps.Schedule.Count == 0)
        {
            return new Text(Connecting.Describe(plan));
        }

        var table = Tables.Create("Start", "Minutes", "Step", "Script", "");
        foreach (var (step, start, isCritical) in plan.Steps.Schedule.OrderBy(step => step.Start))
        {
            table.AddRow(
                new Text($"{start}"), new Text($"{step.Minutes}"), new Text(step.Id),
                new Text(step.ShippedName), new Text(isCritical ? "critical" : ""));
        }

        var path = string.Join(" → ", plan.Steps.CriticalPath.Select(step => step.Id));
        return new Rows(
            table,
            new Text($"The critical path takes {plan.Steps.CriticalPathMinutes} minutes: {path}."),
            new Text($"In the order of AWS's guide, one server after another, the same steps take "
                + $"{plan.GuideOrderMinutes} minutes."),
            new Text(Connecting.Describe(plan)));
    }
}
