using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Own servers get through to a load balancer that faces the internet.</summary>
internal sealed class OwnAddressesCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
        ["clientAccess.internetFacing", "clientAccess.allowedCidrs", "network.vpcId"];

    // In a VPC of its own, the deployment knows its NAT gateways' addresses and admits them.
    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (plan.ClientAccess.IsInternetFacing && plan.Network.ExistingVpcId is not null)
        {
            yield return Finding.Warning("clientAccess.allowedCidrs", "clientAccess.internetFacing gives the "
                + "namespace public addresses, which members reach from those of the existing VPC's NAT "
                + "gateways. List those addresses in clientAccess.allowedCidrs too.");
        }
    }
}
