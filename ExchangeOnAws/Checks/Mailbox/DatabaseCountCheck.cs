using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>A member holds no more database copies than its edition mounts.</summary>
internal sealed class DatabaseCountCheck : ICheck
{
    // Microsoft, "Exchange Server editions and versions" (2021): a passive copy that replays logs counts as
    // mounted.
    private const int StandardEdition = 5;
    private const int EnterpriseEdition = 100;

    public IReadOnlyList<string> Subjects { get; } =
        ["mailbox.databases", "mailbox.copies", "mailbox.nodesPerZone", "mailbox.witness", "network.zones"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var fullest = plan.Cluster.Databases
            .SelectMany(database => database.Copies)
            .CountBy(copy => copy.Member)
            .MaxBy(member => member.Value);
        var planned = plan.Cluster.Databases.Count;
        if (planned > plan.Settings.Mailbox.Databases)
        {
            yield return Finding.Info("mailbox.databases", "mailbox.databases is "
                + $"{plan.Settings.Mailbox.Databases} and the cluster has {planned} members; setup makes a "
                + $"database on every member, so {planned} are planned. Set mailbox.databases to {planned} "
                + "or more.");
        }

        var what = $"mailbox.databases {planned} puts {fullest.Value} database copies on {fullest.Key}";
        if (fullest.Value > EnterpriseEdition)
        {
            yield return Finding.Error("mailbox.databases", $"{what}; Exchange mounts {EnterpriseEdition} on "
                + "a server. Lower mailbox.databases or mailbox.copies, or raise mailbox.nodesPerZone.");
        }
        else if (fullest.Value > StandardEdition)
        {
            yield return Finding.Info("mailbox.databases", $"{what}; Standard Edition mounts "
                + $"{StandardEdition} on a server. Have an Enterprise Edition key, or keep to "
                + $"{StandardEdition} copies on a member.");
        }
    }
}
