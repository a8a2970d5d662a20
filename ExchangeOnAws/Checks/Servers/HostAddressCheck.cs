using System.Net;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Checks;

/// <summary>Every host has an address of its own in its subnet that AWS does not keep for itself.</summary>
internal sealed class HostAddressCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
    [
        "network.zones", "network.cidr", "network.vpcId", "network.privateSubnetCidrs",
        "network.publicSubnetCidrs", "network.publicSubnetIds", "network.hostAddresses", "directory.existing",
        "mailbox.nodesPerZone", "mailbox.witness", "edge.servers",
    ];

    public IEnumerable<Finding> Run(DeploymentPlan plan) => !plan.HasKnownSubnets() ? [] :
    [
        .. Misplaced(plan)
            .Where(place => IsTyped(plan, place.Host))
            .Select(place => Outside(place.Host, place.Subnet)),
        .. Misplaced(plan)
            .Where(place => !IsTyped(plan, place.Host))
            .GroupBy(place => place.Subnet, place => place.Host)
            .Select(places => TooSmall(places.Key, [.. places])),
        .. Shared(plan),
    ];

    private static IEnumerable<(HostPlan Host, SubnetPlan Subnet)> Misplaced(DeploymentPlan plan) =>
        from host in plan.Hosts
        where host.PrivateIp is not null
        let subnet = plan.Network.Subnet(host.Role.SubnetTier(), host.Zone)
        where subnet is not null && !subnet.Cidr.HasUsable(host.PrivateIp!)
        select (host, subnet);

    private static Finding Outside(HostPlan host, SubnetPlan subnet)
    {
        var key = KeyOf(host);
        return Finding.Error(key, subnet.Cidr.Contains(host.PrivateIp!)
            ? $"{key} is {host.PrivateIp}; AWS keeps the first four addresses of "
                + $"{subnet.Cidr} and the last. Use another address of that subnet."
            : $"{key} is {host.PrivateIp}, which lies outside its subnet {subnet.Cidr} of "
                + $"{host.Zone}. Use an address of that subnet.");
    }

    private static Finding TooSmall(SubnetPlan subnet, HostPlan[] hosts)
    {
        var key = subnet.Tier == SubnetTier.Private
            ? "network.privateSubnetCidrs"
            : "network.publicSubnetCidrs";
        return Finding.Error(key, $"{key} {subnet.Cidr} of {subnet.Zone} has no usable address at the place "
            + $"of {string.Join(", ", hosts.Select(host => host.Name))}. Use a larger block, or give those "
            + "hosts addresses in network.hostAddresses.");
    }

    private static IEnumerable<Finding> Shared(DeploymentPlan plan) => plan.Hosts
        .Where(host => host.PrivateIp is not null)
        .GroupBy(host => host.PrivateIp!)
        .Where(hosts => hosts.Count() > 1)
        .Select(hosts => SharedBy(plan, hosts.Key, [.. hosts]));

    // The address that was typed is at fault, not the one that was derived.
    private static Finding SharedBy(DeploymentPlan plan, IPAddress address, HostPlan[] hosts)
    {
        var key = KeyOf(hosts.FirstOrDefault(host => IsTyped(plan, host)) ?? hosts[0]);
        return Finding.Error(key, $"{key} is {address}, and "
            + $"{string.Join(" and ", hosts.Select(host => host.Name))} would both have that address. "
            + "Give each of them its own.");
    }

    private static string KeyOf(HostPlan host) => $"network.hostAddresses.{host.Name}";

    private static bool IsTyped(DeploymentPlan plan, HostPlan host) =>
        plan.Settings.Network.HostAddresses.ContainsKey(host.Name);
}
