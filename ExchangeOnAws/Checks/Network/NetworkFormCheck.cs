using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Checks;

/// <summary>
/// The network is either a new VPC or an existing one, and an existing one is described in full.
/// </summary>
internal sealed class NetworkFormCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
    [
        "network.vpcId", "network.cidr", "network.natGateways", "network.privateSubnetIds",
        "network.publicSubnetIds", "network.privateSubnetCidrs", "network.publicSubnetCidrs",
    ];

    public IEnumerable<Finding> Run(DeploymentPlan plan) =>
        plan.Settings.Network is { VpcId: { } vpcId } existing
            ? Existing(existing, vpcId)
            : New(plan.Settings.Network);

    private static IEnumerable<Finding> New(NetworkSettings network)
    {
        if (network.PrivateSubnetIds is not null)
        {
            yield return WithoutVpc("network.privateSubnetIds");
        }

        if (network.PublicSubnetIds is not null)
        {
            yield return WithoutVpc("network.publicSubnetIds");
        }
    }

    private static IEnumerable<Finding> Existing(NetworkSettings network, string vpcId)
    {
        if (network.Cidr is { } cidr)
        {
            yield return Finding.Error("network.cidr", $"network.cidr is {cidr} and network.vpcId is "
                + $"{vpcId}; an existing VPC has its addresses already. Remove network.cidr, or "
                + "network.vpcId for a new VPC.");
        }

        if (network.NatGateways == NatGateways.Single)
        {
            yield return Finding.Error("network.natGateways", "network.natGateways is single and "
                + $"network.vpcId is {vpcId}; the routes of an existing VPC are left as they are. Remove "
                + "network.natGateways, or network.vpcId for a new VPC.");
        }

        if (network.PrivateSubnetIds is null)
        {
            yield return Missing("network.privateSubnetIds", "network.vpcId is "
                + $"{vpcId}", "servers need private subnets");
        }

        if (network.PrivateSubnetCidrs is null)
        {
            yield return Missing("network.privateSubnetCidrs", $"network.vpcId is {vpcId}",
                "the plan gives servers addresses without asking AWS");
        }

        if (network.PublicSubnetIds is not null && network.PublicSubnetCidrs is null)
        {
            yield return Missing("network.publicSubnetCidrs", "network.publicSubnetIds is set",
                "the plan gives servers addresses without asking AWS");
        }

        if (network.PublicSubnetCidrs is not null && network.PublicSubnetIds is null)
        {
            yield return Missing("network.publicSubnetIds", "network.publicSubnetCidrs is set",
                $"no subnet is created in {vpcId}");
        }
    }

    private static Finding WithoutVpc(string key) => Finding.Error(key, $"{key} is set and network.vpcId is "
        + $"not; a new VPC gets new subnets. Set network.vpcId, or remove {key}.");

    private static Finding Missing(string key, string beside, string because) =>
        Finding.Error(key, $"{key} is not set and {beside}; {because}. Add {key} with one entry per zone, in "
            + "the order of network.zones.");
}
