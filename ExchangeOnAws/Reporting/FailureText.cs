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

        return new Rows(new Text(Votes(plan)), table, new Text(
            $"Of {pairs.Length} pairs of hosts lost at one moment, {pairs.Length - harmful.Length} leave "
                + "mail running."));
    }

    private static string Votes(DeploymentPlan plan)
    {
        var quorum = new Quorum(plan.Cluster, plan.Directory.DomainControllers);
        var members = string.Join(", ", plan.Cluster.Members.Select(member => member.Name));
        return quorum.WitnessVotes
            ? $"{plan.Cluster.DagName} has the votes of {members} and of the witness "
                + $"{plan.Cluster.Witness!.Name}."
            : $"{plan.Cluster.DagName} has the votes of {members}.";
    }

    private static Text Describe(FailureOutcome outcome) => outcome switch
    {
        FailureOutcome.Automatic => new Text("runs on by itself", new Style(Color.Green)),
        FailureOutcome.Manual =>
            new Text("stops until recovered by hand; nothing is lost", new Style(Color.Yellow)),
        FailureOutcome.DataLoss => new Text("a database has no copy left", new Style(Color.Red)),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "This outcome has no words."),
    };
}
