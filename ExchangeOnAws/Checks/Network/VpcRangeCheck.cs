using System.Net;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Checks;

/// <summary>The new VPC's addresses belong to nobody on the internet.</summary>
internal sealed class VpcRangeCheck : ICheck
{
    // RFC 1918 (1996) section 3 and RFC 6598 (2012) section 7.
    private static readonly IPNetwork[] s_private =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("100.64.0.0/10"),
    ];

    public IReadOnlyList<string> Subjects { get; } = ["network.cidr"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (plan.Network.Cidr is { } cidr && !s_private.Any(block => AddressBlock.Contains(block, cidr)))
        {
            yield return Finding.Warning("network.cidr", $"network.cidr {cidr} is outside the private "
                + "ranges, so servers cannot reach its real owners on the internet. Use a block of "
                + "10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.");
        }
    }
}
