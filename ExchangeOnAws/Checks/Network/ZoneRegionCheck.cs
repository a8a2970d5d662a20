using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Zones are zones of the region that the provider deploys to.</summary>
internal sealed class ZoneRegionCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } = ["network.zones", "aws:region"];

    public IEnumerable<Finding> Run(DeploymentPlan plan) => plan.Network.Zones
        .Select(zone => zone.Name)
        .Distinct()
        .Where(zone => zone[..^1] != plan.Region)
        .Select(zone => Finding.Error("network.zones", $"network.zones contains {zone}, which is not a zone "
            + $"of aws:region {plan.Region}. Use zones such as {plan.Region}a, or set aws:region to "
            + $"{zone[..^1]}."));
}
