using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>
/// Databases have as many copies as can be, and more than one where there is more than one member.
/// </summary>
internal sealed class DatabaseCopiesCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
        ["mailbox.copies", "mailbox.nodesPerZone", "mailbox.witness", "network.zones"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var members = plan.Cluster.Members.Count;
        var copies = plan.Settings.Mailbox.Copies;
        if (copies > members)
        {
            yield return Finding.Error("mailbox.copies", $"mailbox.copies is {copies} and the cluster has "
                + $"{members} members; a member holds one copy of a database. Use at most {members}, or "
                + "raise mailbox.nodesPerZone.");
        }

        if (copies == 1 && members > 1)
        {
            yield return Finding.Warning("mailbox.copies", "mailbox.copies is 1, so a member that is lost "
                + "takes its mail with it. Use 2 or more.");
        }
    }
}
