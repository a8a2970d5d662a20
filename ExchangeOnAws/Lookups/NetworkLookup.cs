using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Ec2.Outputs;

namespace ExchangeOnAws.Lookups;

/// <summary>Asks AWS about an existing VPC and its subnets. What AWS does not find is a finding.</summary>
internal sealed class NetworkLookup(DeploymentPlan plan)
{
    // Instances in every state but terminated keep their addresses.
    private static readonly string[] s_states =
        ["pending", "running", "stopping", "stopped", "shutting-down"];

    private readonly ConcurrentQueue<Finding> _notFound = [];

    private string VpcId => plan.Network.ExistingVpcId!;

    /// <summary>The network, null when AWS knows no such VPC; and what was not found.</summary>
    public async Task<(ExistingNetwork? Network, IReadOnlyList<Finding> NotFound)> Read()
    {
        if (await Found("network.vpcId", VpcId, GetVpc.InvokeAsync(new GetVpcArgs { Id = VpcId }))
            is not { } vpc)
        {
            return (null, [.. _notFound]);
        }

        var tables = await RouteTables();
        var subnets = await Task.WhenAll(plan.Network.Subnets.Select(subnet => Subnet(subnet, tables)));
        return (
            new ExistingNetwork(
                vpc.EnableDnsSupport, vpc.EnableDnsHostnames, [.. subnets.OfType<ExistingSubnet>()],
                await Endpoints(), await TakenAddresses()),
            [.. _notFound]);
    }

    private async Task<T?> Found<T>(string key, string id, Task<T> asked)
        where T : class
    {
        try
        {
            return await asked;
        }
        catch (Exception exception)
        {
            _notFound.Enqueue(AwsFindings.IsNotFound(exception)
                ? Finding.Error(key, $"{key} names {id}, which AWS does not show in {plan.Region}: "
                    + $"{AwsFindings.TextOf(exception)}. Correct the id, or the account and region of this "
                    + "stack.")
                : AwsFindings.NotLookedUp(key, id, exception));
            return null;
        }
    }

    private async Task<ExistingSubnet?> Subnet(SubnetPlan subnet, IReadOnlyList<GetRouteTableResult> tables)
    {
        var key = subnet.Tier == SubnetTier.Private ? "network.privateSubnetIds" : "network.publicSubnetIds";
        var id = subnet.ExistingId!;
        return await Found(key, id, GetSubnet.InvokeAsync(new GetSubnetArgs { Id = id })) is { } found
            ? new ExistingSubnet(
                id, found.VpcId, found.AvailabilityZone, IPNetwork.Parse(found.CidrBlock),
                found.AvailableIpAddressCount, WayOutOf(id, tables))
            : null;
    }

    private async Task<IReadOnlyList<GetRouteTableResult>> RouteTables()
    {
        var ids = await GetRouteTables.InvokeAsync(new GetRouteTablesArgs { VpcId = VpcId });
        return await Task.WhenAll(ids.Ids.Select(id =>
            GetRouteTable.InvokeAsync(new GetRouteTableArgs { RouteTableId = id })));
    }

    // A subnet without a table of its own uses the VPC's main one.
    private static WayOut WayOutOf(string subnetId, IReadOnlyList<GetRouteTableResult> tables)
    {
        var table = tables.FirstOrDefault(each =>
                each.Associations.Any(association => association.SubnetId == subnetId))
            ?? tables.FirstOrDefault(each => each.Associations.Any(association => association.Main));
        var routes = table is null ? ImmutableArray<GetRouteTableRouteResult>.Empty : table.Routes;
        return routes.FirstOrDefault(route => route.CidrBlock == "0.0.0.0/0") switch
        {
            null => WayOut.None,
            var route when IsInternet(route.GatewayId) => WayOut.InternetGateway,
            _ => WayOut.Private,
        };
    }

    private static bool IsInternet(string gatewayId) =>
        gatewayId is not null && gatewayId.StartsWith("igw-", StringComparison.Ordinal);

    private async Task<IReadOnlyList<string>> Endpoints()
    {
        var found = await Task.WhenAll(NetworkPlanner.EndpointServices.Select(async service =>
            await HasEndpoint(service) ? service : null));
        return [.. found.OfType<string>()];
    }

    // The lookup has no other answer for an endpoint that is not there than to fail. This deployment's own do
    // not count.
    private async Task<bool> HasEndpoint(string service)
    {
        try
        {
            var found = await GetVpcEndpoint.InvokeAsync(new GetVpcEndpointArgs
            {
                VpcId = VpcId,
                ServiceName = $"com.amazonaws.{plan.Region}.{service}",
            });
            return !StackTags.Of(plan.StackName)
                .All(tag => found.Tags is { } tags && tags.GetValueOrDefault(tag.Key) == tag.Value);
        }
        catch (Exception exception) when (AwsFindings.IsNotFound(exception))
        {
            return false;
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> TakenAddresses()
    {
        var own = await GetInstances.InvokeAsync(new GetInstancesArgs
        {
            InstanceStateNames = [.. s_states],
            Filters =
            [
                new GetInstancesFilterArgs { Name = "vpc-id", Values = [VpcId] },
                .. StackTags.Of(plan.StackName).Select(tag =>
                    new GetInstancesFilterArgs { Name = $"tag:{tag.Key}", Values = [tag.Value] }),
            ],
        });
        var interfaces = await Task.WhenAll(plan.Hosts
            .Where(host => host.PrivateIp is not null && !own.PrivateIps.Contains($"{host.PrivateIp}"))
            .Select(async host => (host.Name, Ids: await InterfacesAt(host.PrivateIp!))));
        return interfaces.Where(each => each.Ids.Length > 0)
            .ToDictionary(each => each.Name, each => each.Ids[0]);
    }

    private async Task<ImmutableArray<string>> InterfacesAt(IPAddress address) =>
        (await GetNetworkInterfaces.InvokeAsync(new GetNetworkInterfacesArgs
        {
            Filters =
            [
                new GetNetworkInterfacesFilterArgs { Name = "vpc-id", Values = [VpcId] },
                new GetNetworkInterfacesFilterArgs
                {
                    Name = "addresses.private-ip-address", Values = [$"{address}"],
                },
            ],
        })).Ids;
}
