using System.Net;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Checks;

/// <summary>What AWS places in a subnet finds an address there that no server has.</summary>
internal sealed class SubnetCapacityCheck : ICheck
{
    // Network Load Balancer guide, "Update the Availability Zones", and Application Load Balancer guide,
    // "Subnets for your load balancer" (2026): 8 free addresses in every subnet. The first
    // takes one of them.
    private const int LoadBalancerAddresses = 8;

    public IReadOnlyList<string> Subjects { get; } =
    [
        "network.zones", "network.cidr", "network.vpcId", "network.privateSubnetCidrs",
        "network.publicSubnetCidrs", "network.publicSubnetIds", "network.natGateways",
        "network.interfaceEndpoints", "gateway.hosts", "edge.servers", "clientAccess.internetFacing",
        "clientAccess.applicationLoadBalancer",
    ];

    // One finding per tier, about its worst subnet: the size it names is enough for the others too.
    public IEnumerable<Finding> Run(DeploymentPlan plan) => plan.Network.Subnets
        .Where(_ => plan.HasKnownSubnets())
        .GroupBy(subnet => subnet.Tier)
        .Select(tier => tier.MaxBy(subnet => Needed(plan, subnet) - Free(plan, subnet, subnet.Cidr))!)
        .Where(subnet => Needed(plan, subnet) > Free(plan, subnet, subnet.Cidr))
        .Select(subnet => TooSmall(plan, subnet));

    private static Finding TooSmall(DeploymentPlan plan, SubnetPlan subnet)
    {
        var isPrivate = subnet.Tier == SubnetTier.Private;
        var blocks = isPrivate
            ? plan.Settings.Network.PrivateSubnetCidrs
            : plan.Settings.Network.PublicSubnetCidrs;
        var enough = EnoughPrefix(plan, subnet);
        var needs = $"{subnet.Cidr} of {subnet.Zone} leaves {Free(plan, subnet, subnet.Cidr)} addresses to "
            + $"AWS, which needs {Needed(plan, subnet)} ({Consumers(plan, subnet)})";
        if (blocks is not null)
        {
            var key = isPrivate ? "network.privateSubnetCidrs" : "network.publicSubnetCidrs";
            return Finding.Error(key, $"{key} {needs}. Use blocks of /{enough} or larger.");
        }

        // A private subnet is an eighth of the VPC, a public one a sixteenth.
        var vpc = enough - (isPrivate ? 3 : 4);
        return Finding.Error("network.cidr", $"network.cidr {plan.Network.Cidr} is too small: its "
            + $"{(isPrivate ? "private" : "public")} subnet {needs}. Use /{vpc} or larger.");
    }

    private static int Needed(DeploymentPlan plan, SubnetPlan subnet) =>
        Demands(plan, subnet).Sum(demand => demand.Addresses);

    private static string Consumers(DeploymentPlan plan, SubnetPlan subnet) => string.Join(", ",
        Demands(plan, subnet)
            .Where(demand => demand.Addresses > 0)
            .Select(demand => $"{demand.What} {demand.Addresses}"));

    private static IEnumerable<(string What, int Addresses)> Demands(DeploymentPlan plan, SubnetPlan subnet)
    {
        var access = plan.Settings.ClientAccess;
        var hasNetworkBalancer = access.InternetFacing == (subnet.Tier == SubnetTier.Public);
        if (subnet.Tier == SubnetTier.Private)
        {
            var hasApplicationBalancer = access.ApplicationLoadBalancer is not null;
            yield return ("interface endpoints", plan.Network.InterfaceEndpoints.Count);
            yield return ("load balancers", (hasNetworkBalancer, hasApplicationBalancer) switch
            {
                (true, true) => LoadBalancerAddresses + 1,
                (false, false) => 0,
                _ => LoadBalancerAddresses,
            });
        }
        else
        {
            yield return ("NAT gateway", plan.Network.NatZones.Count(zone => zone == subnet.Zone));
            var gateways = plan.HostsOf(HostRole.Gateway).Count(host => host.Zone == subnet.Zone);
            yield return ("RD Gateway", gateways);
            yield return ("load balancers", hasNetworkBalancer ? LoadBalancerAddresses : 0);
        }
    }

    // Servers have the reserved blocks, or addresses of their own outside them.
    private static long Free(DeploymentPlan plan, SubnetPlan subnet, IPNetwork block)
    {
        var reserved = SubnetOffsets.Of(subnet.Tier, block).Reserved.Sum(part => 1L << (32 - part.Prefix));
        var apart = plan.Hosts.Count(host => host.PrivateIp is { } address
            && subnet.Cidr.HasUsable(address)
            && !subnet.Reserved.Any(part => part.Contains(address)));
        var usable = block.Size() - AddressBlock.ReservedAtStart - AddressBlock.ReservedAtEnd;
        return Math.Max(0, usable - reserved - apart);
    }

    private static int EnoughPrefix(DeploymentPlan plan, SubnetPlan subnet)
    {
        var start = subnet.Cidr.BaseAddress;
        var prefix = subnet.Cidr.PrefixLength;
        do
        {
            prefix--;
        }
        while (Free(plan, subnet, AddressBlock.Containing(start, prefix)) < Needed(plan, subnet));

        return prefix;
    }
}
