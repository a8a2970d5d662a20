using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>No zone is listed twice.</summary>
internal sealed class ZonesCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } = ["network.zones"];

    public IEnumerable<Finding> Run(DeploymentPlan plan) => plan.Network.Zones
        .GroupBy(zone => zone.Name)
        .Where(zones => zones.Count() > 1)
        .Select(zones => Finding.Error("network.zones", $"network.zones contains {zones.Key} more than once; "
            + "the loss of that zone takes away everything that it is meant to survive. List two or "
            + "three different zones."));
}
