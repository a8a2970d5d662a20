using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>The database availability group has no more members than Exchange allows.</summary>
internal sealed class MemberCountCheck : ICheck
{
    // Microsoft, "Plan for high availability and site resilience" (2021).
    private const int MostMembers = 16;

    public IReadOnlyList<string> Subjects { get; } =
        ["mailbox.nodesPerZone", "mailbox.witness", "network.zones"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var members = plan.Cluster.Members.Count;
        if (members > MostMembers)
        {
            var perZone = plan.Settings.Mailbox.NodesPerZone;
            yield return Finding.Error("mailbox.nodesPerZone", $"mailbox.nodesPerZone {perZone} makes "
                + $"{members} members; a database availability group has at most {MostMembers}. Use "
                + $"{perZone * MostMembers / members} or less.");
        }
    }
}
