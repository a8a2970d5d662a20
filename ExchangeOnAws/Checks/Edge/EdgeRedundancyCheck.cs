using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Mail from the internet has a second way in.</summary>
internal sealed class EdgeRedundancyCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } = ["edge.servers"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (plan.Settings.Edge.Servers == 1)
        {
            yield return Finding.Warning("edge.servers", "edge.servers is 1, so mail from and to the "
                + "internet stops while that server or its zone is down. Use 2 or more.");
        }
    }
}
