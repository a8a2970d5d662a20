using System.Collections.Immutable;
using ExchangeOnAws.Components;
using ExchangeOnAws.Planning;
using Pulumi;

namespace ExchangeOnAws;

/// <content>The steps, with what only the deployment knows for them.</content>
public sealed partial class ExchangeStack
{
    private static StepAssociations CreateSteps(
        DeploymentPlan plan, ServerSurroundings surroundings, DeployedServers servers, Gateway? gateway,
        MailboxCluster cluster, LoadBalancing balancing)
    {
        var targets = servers.All.ToDictionary(
            server => server.Key,
            server => new StepServer(
                server.Key, "InstanceIds", servers.ReachableIds[server.Key], 1, server.Value));
        if (gateway is not null)
        {
            targets.Add(GatewaySteps.Target, new StepServer(
                GatewaySteps.Target, "tag:aws:autoscaling:groupName", gateway.AutoScalingGroup.Name,
                plan.Gateway.Hosts, gateway));
        }

        return new StepAssociations("steps", new StepAssociationsArgs
        {
            Steps = plan.Steps,
            Servers = targets,
            Deployed = new Dictionary<string, Input<string>>(
            [
                .. surroundings.Deployed, .. OfServers(servers), .. OfSubscriptions(plan, servers),
                .. OfGateway(gateway), .. OfCluster(cluster), .. OfBalancing(balancing),
                new(MediaPlan.OwnAddress, surroundings.Storage.MediaAddress(plan.Mailbox.Media.FileName)),
            ]),
            LogBucket = surroundings.Storage.BucketName,
            Tags = surroundings.Tags,
        });
    }

    private static IEnumerable<KeyValuePair<string, Input<string>>> OfServers(DeployedServers servers)
    {
        foreach (var (host, server) in servers.All)
        {
            yield return new(StepArgument.InstanceName(host), server.InstanceId);
            foreach (var (volume, id) in server.VolumeIds)
            {
                yield return new(StepArgument.VolumeName(host, volume), id);
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, Input<string>>> OfSubscriptions(
        DeploymentPlan plan, DeployedServers servers)
    {
        var members = Output.All(plan.Cluster.Members.Select(member =>
                Output.Format($"{member.Name}/{servers.All[member.Name].InstanceId}")))
            .Apply(instances => string.Join(',', instances));
        yield return new(EdgeSteps.MemberInstances, members);
        foreach (var edge in plan.Edge.Servers)
        {
            yield return new(
                EdgeSteps.GenerationOf(edge),
                Output.Format($"{servers.All[edge.Name].InstanceId},{members}"));
        }
    }

    private static IEnumerable<KeyValuePair<string, Input<string>>> OfGateway(Gateway? gateway) =>
        gateway is null
            ? []
            :
            [
                new(GatewaySteps.AutoScalingGroup, gateway.AutoScalingGroup.Name),
                new(GatewaySteps.AllocationIds, gateway.AllocationIds.Apply(ids => string.Join(',', ids))),
            ];

    private static IEnumerable<KeyValuePair<string, Input<string>>> OfCluster(MailboxCluster cluster) =>
    [
        new(ClusterSteps.ResultParameter, cluster.ClusterResult.ParameterName),
        new(ClientAccessSteps.ResultParameter, cluster.ClientAccessResult.ParameterName),
        new(MailFlowSteps.ResultParameter, cluster.MailFlowResult.ParameterName),
    ];

    private static IEnumerable<KeyValuePair<string, Input<string>>> OfBalancing(LoadBalancing balancing)
    {
        yield return new(ClientAccessSteps.NetworkLoadBalancer, balancing.NetworkLoadBalancerName);
        if (balancing.ApplicationLoadBalancerName is { } name)
        {
            yield return new(ClientAccessSteps.ApplicationLoadBalancer, name);
        }
    }

    /// <summary>The servers that have a fixed name.</summary>
    /// <param name="All">By host name.</param>
    /// <param name="ReachableIds">Their instances, known once Systems Manager can reach them.</param>
    private sealed record DeployedServers(
        ImmutableDictionary<string, Server> All, ImmutableDictionary<string, Output<string>> ReachableIds)
    {
        public static DeployedServers Of(
            ActiveDirectory? directory, MailboxCluster cluster, EdgeTransport? edge)
        {
            var all = cluster.Servers
                .AddRange(directory?.Servers ?? ImmutableDictionary<string, Server>.Empty)
                .AddRange(edge?.Servers ?? ImmutableDictionary<string, Server>.Empty);
            var ids = all.ToImmutableDictionary(server => server.Key, server => server.Value.InstanceId);
            return new DeployedServers(all, edge is null ? ids : ids.SetItems(edge.InstanceIds));
        }
    }
}
