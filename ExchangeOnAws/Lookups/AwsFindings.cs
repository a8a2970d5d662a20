using ExchangeOnAws.Findings;
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

    /// <summary>AWS answered, and knows no such thing.</summary>
    internal static bool IsNotFound(Exception exception) =>
        s_notFound.Any(text => exception.Message.Contains(text, StringComparison.OrdinalIgnoreCase));

    // Who may deploy may not always look everything up; a lookup must not stand in their way.
    internal static Finding NotLookedUp(string key, string id, Exception exception) => Finding.Warning(key,
        $"{key} {id} could not be looked up: {TextOf(exception)}. What AWS knows of it is not compared with "
        + "the stack file; allow ec2:Describe* and route53:Get* to have that done.");

    // How the provider's lookups and EC2 say it.
    private static readonly string[] s_notFound =
        ["no matching", "NotFound", "not found", "does not exist", "couldn't find", "NoSuchHostedZone"];

    private static async Task<IEnumerable<Finding>> OfNetwork(DeploymentPlan plan)
    {
        try
        {
            var (network, notFound) = await new NetworkLookup(plan).Read();
            return network is null ? notFound : [.. notFound, .. NetworkFindings.Of(plan, network)];
        }
        catch (Exception exception)
        {
            return [NotLookedUp("network.vpcId", plan.Network.ExistingVpcId!, exception)];
        }
    }
}
