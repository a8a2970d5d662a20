using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>The system volume of a member holds Windows, Exchange, its media and the page file.</summary>
internal sealed class RootVolumeCheck : ICheck
{
    // Microsoft, "Exchange Server system requirements" (2021): page file of a quarter of memory, 30 GB for
    // Exchange. The image takes 6.4 GB; Windows Server with a year of updates takes about 30 GB.
    private const int PageFileFraction = 4;
    private const int FixedGiB = 30 + 30 + 10;

    public IReadOnlyList<string> Subjects { get; } = ["mailbox.rootVolumeGiB", "mailbox.instanceType"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var type = plan.Settings.Mailbox.InstanceType;
        var size = plan.Settings.Mailbox.RootVolumeGiB;
        if (InstanceMemory.GiB(type) is { } memory && size < FixedGiB + (memory / PageFileFraction))
        {
            var pageFile = memory / PageFileFraction;
            yield return Finding.Error("mailbox.rootVolumeGiB", $"mailbox.rootVolumeGiB is {size}; Windows, "
                + $"Exchange and its media take {FixedGiB} GiB and the page file of {type} takes {pageFile}. "
                + $"Use {FixedGiB + pageFile} or more.");
        }
    }
}
