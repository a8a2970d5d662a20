using ExchangeOnAws.Checks;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Lookups;

/// <summary>
/// What only AWS can say about a plan: about an existing VPC, and about zones of Route 53. Asked before any
/// resource is registered; the offline plan works without.
/// </summary>
internal static class AwsFindings
{
    public static async Task<IReadOnlyList<Finding>> Of(DeploymentPlan plan) => Finding.InOrder(
    [
        .. await ZoneLookup.Read(plan),
        .. plan.Network.ExistingVpcId is null ? [] : await OfNetwork(plan),
    ]);

    /// <summary>What the provider said, as a part of a sentence.</summary>
    internal static string TextOf(Exception exception) =>
        exception.Message.ReplaceLineEndings(" ").Trim().TrimEnd('.');

    private static async Task<IEnumerable<Finding>> OfNetwork(DeploymentPlan plan)
    {
        try
        {
            var (network, notFound) = await new NetworkLookup(plan).Read();
            return network is null ? notFound : [.. notFound, .. NetworkFindings.Of(plan, network)];
        }
        catch (Exception exception)
        {
            // Who may deploy may not always look everything up; a lookup must not stand in their way.
            return
            [
                Finding.Warning("network.vpcId", $"network.vpcId {plan.Network.ExistingVpcId} could not be "
                    + $"looked up: {TextOf(exception)}. Its subnets, addresses and routes are not checked; "
                    + "allow ec2:Describe* to have them checked."),
            ];
        }
    }
}
