using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>How reports speak of votes and of what a loss means for mail.</summary>
internal static class FailureWords
{
    public static string Words(this FailureOutcome outcome) => outcome switch
    {
        FailureOutcome.Automatic => "runs on by itself",
        FailureOutcome.Manual => "stops until recovered by hand; nothing is lost",
        FailureOutcome.DataLoss => "a database has no copy left",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "This outcome has no words."),
    };

    /// <summary>Who has a vote in the cluster, in one sentence.</summary>
    public static string Votes(DeploymentPlan plan)
    {
        var quorum = new Quorum(plan.Cluster, plan.Directory.DomainControllers);
        var members = string.Join(", ", plan.Cluster.Members.Select(member => member.Name));
        return quorum.WitnessVotes
            ? $"{plan.Cluster.DagName} has the votes of {members} and of the witness "
                + $"{plan.Cluster.Witness!.Name}."
            : $"{plan.Cluster.DagName} has the votes of {members}.";
    }
}
