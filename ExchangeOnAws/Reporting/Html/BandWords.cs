using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>What is written on a tier that is not in one zone: a load balancer, or a place outside.</summary>
internal static class BandWords
{
    public static string Of(DeploymentPlan plan, Tier tier) => tier switch
    {
        Tier.NetworkLoadBalancer => $"network load balancer, {Side(plan)}: TCP "
            + string.Join(", ", plan.ClientAccess.Listeners.Select(listener => listener.Port)),
        Tier.ApplicationLoadBalancer => "application load balancer, internal: HTTPS 443",
        Tier.Endpoints => $"private endpoints: {string.Join(", ", plan.Network.InterfaceEndpoints)}",
        Tier.Internet => "internet",
        _ => $"{tier.Name()}: {Addresses(plan, tier)}",
    };

    private static string Side(DeploymentPlan plan) =>
        plan.ClientAccess.IsInternetFacing ? "internet-facing" : "internal";

    // A long list is in the section on ports.
    private static string Addresses(DeploymentPlan plan, Tier tier)
    {
        var blocks = plan.Ports.Outside.GetValueOrDefault(tier) ?? [];
        return blocks.Count <= 3
            ? string.Join(", ", blocks)
            : $"{string.Join(", ", blocks.Take(2))} and {blocks.Count - 2} more";
    }
}
