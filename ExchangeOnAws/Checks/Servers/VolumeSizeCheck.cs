using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>The data volumes have room for the copies that lie on them.</summary>
internal sealed class VolumeSizeCheck : ICheck
{
    // An empty database and its index take under 1 GiB, its logs the same until the first backup; back
    // pressure stops mail when 10 % of the volume is left. Less than this is used up in days.
    private const int LeastGiBPerCopy = 5;

    public IReadOnlyList<string> Subjects { get; } =
    [
        "mailbox.databaseVolume.sizeGiB", "mailbox.logVolume.sizeGiB", "mailbox.databases",
        "mailbox.copies", "mailbox.nodesPerZone", "mailbox.witness", "network.zones",
    ];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var copies = plan.Cluster.Databases
            .SelectMany(database => database.Copies)
            .CountBy(copy => copy.Member)
            .Max(member => member.Value);
        return
        [
            .. Look("mailbox.databaseVolume", plan.Settings.Mailbox.DatabaseVolume.SizeGiB, copies),
            .. Look("mailbox.logVolume", plan.Settings.Mailbox.LogVolume.SizeGiB, copies),
        ];
    }

    private static IEnumerable<Finding> Look(string key, int size, int copies)
    {
        if (size < copies * LeastGiBPerCopy)
        {
            yield return Finding.Warning($"{key}.sizeGiB", $"{key}.sizeGiB is {size} for {copies} database "
                + $"copies on a member, less than {LeastGiBPerCopy} GiB for each; mail stops when a volume "
                + $"is full. Use {copies * LeastGiBPerCopy} or more.");
        }
    }
}
