using ExchangeOnAws.Planning;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExchangeOnAws.Reporting;

/// <summary>What the loss of a zone, a host or two hosts means for mail.</summary>
internal static class FailureText
{
    public static IRenderable Of(DeploymentPlan plan)
    {
        var table = Tables.Create("Lost", "Mail");
        var single = plan.Failures.Where(failure => failure.Lost.Count == 1).ToArray();
        foreach (var failure in single)
        {
            table.AddRow(new Text(failure.Lost[0]), Describe(failure.Outcome));
        }

        var pairs = plan.Failures.Where(failure => failure.Lost.Count == 2).ToArray();
        var harmful = pairs.Where(failure => failure.Outcome != FailureOutcome.Automatic).ToArray();
        foreach (var failure in harmful)
        {
            table.AddRow(new Text(string.Join(" and ", failure.Lost)), Describe(failure.Outcome));
        }

        return new Rows(new Text(FailureWords.Votes(plan)), table, new Text(
            $"Of {pairs.Length} pairs of hosts lost at one moment, {pairs.Length - harmful.Length} leave "
                + "mail running."));
    }

    private static Text Describe(FailureOutcome outcome) => new(outcome.Words(), new Style(outcome switch
    {
        FailureOutcome.Automatic => Color.Green,
        FailureOutcome.Manual => Color.Yellow,
        _ => Color.Red,
    }));
}
