using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Checks;

/// <summary>The schema master extends the schema without duplicates.</summary>
internal sealed class DomainControllerVersionCheck : ICheck
{
    // Exchange team blog, "Active Directory schema extension issue" (2025, techcommunity 4460459): Windows
    // Server 2025 writes duplicate schema values unless this update of November 2025 is installed.
    private const string Update = "KB5068861";

    public IReadOnlyList<string> Subjects { get; } = ["directory.windowsVersion", "directory.existing"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (!plan.Directory.IsExisting && plan.Settings.Directory.WindowsVersion == WindowsVersion.V2025)
        {
            yield return Finding.Warning("directory.windowsVersion", "directory.windowsVersion is 2025; "
                + $"without {Update} such a domain controller breaks replication when Exchange extends the "
                + $"schema. Use 2022, or an image in directory.amiId that has {Update}.");
        }
    }
}
