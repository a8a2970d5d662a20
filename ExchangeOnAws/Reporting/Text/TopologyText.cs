using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;
using Spectre.Console;

namespace ExchangeOnAws.Reporting;

/// <summary>The deployment by zone and subnet, as a tree.</summary>
internal static class TopologyText
{
    public static Tree Of(DeploymentPlan plan)
    {
        var tree = new Tree(new Markup($"[bold]{Markup.Escape(Headline(plan))}[/]"));
        foreach (var zone in plan.Network.Zones)
        {
            var zoneNode = tree.AddNode(new Text(zone.Name));
            foreach (var subnet in plan.Network.Subnets.Where(subnet => subnet.Zone == zone.Name))
            {
                AddSubnet(zoneNode, plan, subnet);
            }
        }

        return tree;
    }

    private static string Headline(DeploymentPlan plan)
    {
        var network = plan.Network.ExistingVpcId ?? plan.Network.Cidr.ToString();
        return $"Stack {plan.StackName}: {plan.Directory.DomainName} in {plan.Region}, VPC {network}, "
            + $"{plan.Network.Zones.Count} zones, {plan.Cluster.Members.Count} mailbox members";
    }

    private static void AddSubnet(TreeNode zoneNode, DeploymentPlan plan, SubnetPlan subnet)
    {
        var title = subnet.ExistingId is { } id ? $"{subnet.Words()} ({id})" : subnet.Words();
        var node = zoneNode.AddNode(new Text(title));
        foreach (var host in plan.Hosts
            .Where(host => host.Zone == subnet.Zone && host.Role.SubnetTier() == subnet.Tier))
        {
            node.AddNode(new Text(
                $"{host.Name,-15} {host.AddressWords(),-15} {host.Role.Words(),-17} {host.InstanceType}"));
        }

        if (subnet.Tier == SubnetTier.Public && plan.Network.NatZones.Contains(subnet.Zone))
        {
            node.AddNode(new Text("NAT gateway"));
        }
    }
}
