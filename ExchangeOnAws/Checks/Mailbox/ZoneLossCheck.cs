using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Tells what the loss of each zone means where mail does not simply go on.</summary>
internal sealed class ZoneLossCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
    [
        "network.zones", "mailbox.witness", "mailbox.nodesPerZone", "mailbox.copies", "mailbox.databases",
        "directory.existing",
    ];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (!plan.HasDistinctZones())
        {
            yield break;
        }

        foreach (var zone in plan.Network.Zones.Select(zone => zone.Name))
        {
            var outcome = plan.Failures.Single(failure => failure.Lost is [var lost] && lost == zone).Outcome;
            if (outcome == FailureOutcome.Manual)
            {
                yield return Finding.Info("network.zones", $"Losing {zone} stops mail until somebody "
                    + $"recovers it by hand, because {VotesLeft(plan, zone)}. A third zone makes it "
                    + "automatic.");
            }
            else if (outcome == FailureOutcome.DataLoss)
            {
                yield return Finding.Warning("mailbox.copies", $"Losing {zone} loses mail, because "
                    + $"{string.Join(", ", OnlyIn(plan, zone))} have no copy elsewhere. Set mailbox.copies "
                    + "to 2 or more.");
            }
        }
    }

    private static string VotesLeft(DeploymentPlan plan, string zone)
    {
        var quorum = new Quorum(plan.Cluster, plan.Directory.DomainControllers);
        HostPlan[] voters = quorum.WitnessVotes
            ? [.. plan.Cluster.Members, plan.Cluster.Witness!]
            : [.. plan.Cluster.Members];
        var left = voters.Count(voter => voter.Zone != zone);
        return $"{left} of {voters.Length} votes {(left == 1 ? "is" : "are")} left";
    }

    private static IEnumerable<string> OnlyIn(DeploymentPlan plan, string zone)
    {
        var inZone = plan.Cluster.Members
            .Where(member => member.Zone == zone)
            .Select(member => member.Name)
            .ToHashSet();
        return plan.Cluster.Databases
            .Where(database => database.Copies.All(copy => inZone.Contains(copy.Member)))
            .Select(database => database.Name);
    }
}
