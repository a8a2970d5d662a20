using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Lookups;

/// <summary>What an existing VPC lacks for the deployment, in the words of the stack file.</summary>
internal static class NetworkFindings
{
    // Elastic Load Balancing user guide, "Application Load Balancers" (2026): free addresses per subnet.
    private const int FreeForLoadBalancers = 8;

    public static IEnumerable<Finding> Of(DeploymentPlan plan, ExistingNetwork network) =>
    [
        .. plan.Network.Subnets.SelectMany(subnet => OfSubnet(plan, subnet, network)),
        .. Addresses(plan, network),
        .. Names(plan, network),
    ];

    private static IEnumerable<Finding> OfSubnet(
        DeploymentPlan plan, SubnetPlan planned, ExistingNetwork network)
    {
        if (network.Subnets.FirstOrDefault(subnet => subnet.Id == planned.ExistingId) is not { } found)
        {
            yield break;
        }

        var (ids, cidrs) = planned.Tier == SubnetTier.Private
            ? ("network.privateSubnetIds", "network.privateSubnetCidrs")
            : ("network.publicSubnetIds", "network.publicSubnetCidrs");
        if (found.VpcId != plan.Network.ExistingVpcId)
        {
            yield return Finding.Error(ids, $"{ids} names {found.Id}, which belongs to {found.VpcId} and not "
                + $"to network.vpcId {plan.Network.ExistingVpcId}. Use a subnet of that VPC.");
            yield break;
        }

        if (found.Zone != planned.Zone)
        {
            yield return Finding.Error(ids, $"{ids} names {found.Id} for {planned.Zone}; it lies in "
                + $"{found.Zone}. List one subnet per zone, in the order of network.zones.");
        }

        if (!found.Cidr.Equals(planned.Cidr))
        {
            yield return Finding.Error(cidrs, $"{cidrs} says {planned.Cidr} for {found.Id}, which has "
                + $"{found.Cidr}; servers would get addresses that it does not hold. Set it to "
                + $"{found.Cidr}.");
        }

        if (found.FreeAddresses < FreeForLoadBalancers)
        {
            yield return Finding.Warning(ids, $"{found.Id} has {found.FreeAddresses} free addresses; "
                + $"load balancers ask for {FreeForLoadBalancers} and servers for one each. Free some, or "
                + "use a larger subnet.");
        }

        if (WayOutFinding(plan, planned, found, network, ids) is { } finding)
        {
            yield return finding;
        }
    }

    private static Finding? WayOutFinding(
        DeploymentPlan plan, SubnetPlan planned, ExistingSubnet found, ExistingNetwork network, string ids)
    {
        if (planned.Tier == SubnetTier.Public)
        {
            return found.WayOut == WayOut.InternetGateway ? null : Finding.Error(ids,
                $"{found.Id} has no default route to an internet gateway, so it is not public. Use a public "
                + "subnet, or give its route table that route.");
        }

        if (found.WayOut == WayOut.InternetGateway)
        {
            return Finding.Error(ids, $"{found.Id} has its default route to an internet gateway; servers "
                + "without a public address get no way out by it. Use a private subnet, whose default route "
                + "leads to a NAT gateway or another way out.");
        }

        return found.WayOut == WayOut.None ? NoWayOut(plan, found, network, ids) : null;
    }

    private static Finding NoWayOut(
        DeploymentPlan plan, ExistingSubnet found, ExistingNetwork network, string ids)
    {
        string[] missing =
        [
            .. NetworkPlanner.EndpointServices
                .Except(network.Endpoints)
                .Except(plan.Network.InterfaceEndpoints),
        ];
        return missing.Length > 0
            ? Finding.Error(ids, $"{found.Id} has no default route, and its VPC no endpoints for "
                + $"{string.Join(", ", missing)}, so no step reaches a server. Give it a default route, or "
                + "set network.interfaceEndpoints: true.")
            : Finding.Warning(ids, $"{found.Id} has no default route. Servers are reached through endpoints, "
                + "and download neither updates nor the packages that Exchange needs. Give it a default "
                + "route, or use images that have the packages (mailbox.amiId) and media in S3 "
                + "(mailbox.media.source).");
    }

    private static IEnumerable<Finding> Addresses(DeploymentPlan plan, ExistingNetwork network) =>
        plan.Hosts.Where(host => network.TakenAddresses.ContainsKey(host.Name)).Select(host =>
            Finding.Error("network.hostAddresses", $"{host.PrivateIp}, the address of {host.Name}, belongs "
                + $"to {network.TakenAddresses[host.Name]}. Give the server another one with "
                + $"network.hostAddresses.{host.Name}."));

    private static IEnumerable<Finding> Names(DeploymentPlan plan, ExistingNetwork network)
    {
        if (!network.ResolvesNames)
        {
            yield return Finding.Error("network.vpcId", $"network.vpcId {plan.Network.ExistingVpcId} has "
                + "enableDnsSupport off, so servers find no AWS service by name. Switch it on.");
        }
        else if (!network.NamesHosts && plan.Network.InterfaceEndpoints.Count > 0)
        {
            yield return Finding.Error("network.interfaceEndpoints", "network.interfaceEndpoints is true and "
                + $"{plan.Network.ExistingVpcId} has enableDnsHostnames off, which private endpoints need. "
                + "Switch it on, or remove network.interfaceEndpoints.");
        }

        // Amazon VPC user guide, "Interface endpoints" (2026): one with private names per service.
        string[] twice = [.. plan.Network.InterfaceEndpoints.Intersect(network.Endpoints)];
        if (twice.Length > 0)
        {
            yield return Finding.Error("network.interfaceEndpoints", "network.interfaceEndpoints is true and "
                + $"{plan.Network.ExistingVpcId} has endpoints for {string.Join(", ", twice)} already; AWS "
                + "refuses second ones with private names. Remove network.interfaceEndpoints, and let the "
                + "endpoints' security groups admit the subnets of the servers.");
        }
    }
}
