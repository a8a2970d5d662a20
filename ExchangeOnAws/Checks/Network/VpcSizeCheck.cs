using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Checks;

/// <summary>
/// The new VPC is as large as AWS allows at most, and large enough for the subnets derived from it.
/// </summary>
internal sealed class VpcSizeCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } = ["network.cidr"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (plan.Network.Cidr is not { } cidr || NetworkFacts.IsVpcSize(cidr))
        {
            yield break;
        }

        yield return Finding.Error("network.cidr", cidr.PrefixLength < NetworkPlanner.LargestVpcPrefix
            ? $"network.cidr {cidr} is larger than AWS lets a VPC be. Use /{NetworkPlanner.LargestVpcPrefix} "
                + $"to /{NetworkPlanner.SmallestVpcPrefix}."
            : $"network.cidr {cidr} holds {cidr.Size()} addresses; public subnets are sixteenths of it, and "
                + $"AWS allows none below /28. Use /{NetworkPlanner.SmallestVpcPrefix} or larger.");
    }
}
