using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Checks;

/// <summary>Members that are rebuilt exist in the plan, and one is left to take them back.</summary>
internal sealed class RebuildCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
        ["mailbox.rebuild", "mailbox.namePrefix", "mailbox.nodesPerZone", "network.zones"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var members = plan.Cluster.Members.Select(member => member.Name).ToArray();
        foreach (var name in plan.Settings.Mailbox.Rebuild
            .Where(name => !members.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            yield return Finding.Error("mailbox.rebuild", $"mailbox.rebuild names {name}, which is no "
                + $"member; there are {string.Join(", ", members)}. Correct the name.");
        }

        if (plan.Cluster.Rebuilt.Count == 0)
        {
            yield break;
        }

        var names = string.Join(", ", plan.Cluster.Rebuilt.Select(member => member.Name));
        yield return plan.Cluster.Survivor is null
            ? Finding.Error("mailbox.rebuild", $"mailbox.rebuild names {names}, which are all members; "
                + "nobody is left to take them back and no copy to seed them from. Restore one from its "
                + "backup first.")
            : Finding.Info("mailbox.rebuild", $"mailbox.rebuild names {names}: what is left of them in the "
                + "cluster is removed, and their new servers are recovered. Remove the setting afterwards.");
    }
}
