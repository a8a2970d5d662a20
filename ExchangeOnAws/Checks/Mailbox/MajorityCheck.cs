using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>An even number of members has a witness to break the tie.</summary>
internal sealed class MajorityCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
        ["mailbox.nodesPerZone", "mailbox.witness", "network.zones"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var members = plan.Cluster.Members.Count;
        if (members % 2 == 0 && plan.Cluster.Witness is null)
        {
            yield return Finding.Error("mailbox.nodesPerZone", "mailbox.nodesPerZone "
                + $"{plan.Settings.Mailbox.NodesPerZone} with mailbox.witness fullNode makes {members} "
                + "members; an even number needs a witness. Use an odd mailbox.nodesPerZone, or "
                + "mailbox.witness: fileShare.");
        }
    }
}
