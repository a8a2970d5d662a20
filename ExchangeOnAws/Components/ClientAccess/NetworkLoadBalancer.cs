using System.Globalization;
using ExchangeOnAws.Planning;
using Pulumi;
using LB = Pulumi.Aws.LB;
using Vpc = Pulumi.Aws.Vpc;

namespace ExchangeOnAws.Components;

/// <summary>
/// Passes TCP through to the members: TLS ends there, so that Extended Protection sees one connection.
/// </summary>
public sealed class NetworkLoadBalancer : ComponentResource
{
    // Members answer from their own address when clients' addresses are kept, and one that calls its own
    // namespace would never be answered ("Troubleshoot your Network Load Balancer", hairpinning).
    private const string PreserveClientIp = "false";

    public NetworkLoadBalancer(
        string name, LoadBalancingArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:NetworkLoadBalancer", name, args, options)
    {
        var groups = args.Plan.Listeners.ToDictionary(
            listener => listener, listener => CreateTargetGroup(name, args, listener));
        var balancer = CreateLoadBalancer(name, args, [.. groups.Values]);
        foreach (var listener in args.Plan.Listeners)
        {
            var group = groups[listener];
            RegisterMembers(name, args, listener, group);
            CreateListener(name, args, listener, balancer, group);
            _targets.Add(new BalancedTargets(
                $"tcp-{listener.Port}", "AWS/NetworkELB", balancer.ArnSuffix, group.ArnSuffix));
        }

        if (args.Plan.IsInternetFacing)
        {
            AdmitOwnServers(name, args);
        }

        DnsName = balancer.DnsName;
        ZoneId = balancer.ZoneId;
        RegisterOutputs();
    }

    private readonly List<BalancedTargets> _targets = [];

    /// <summary>The target groups, for alarms.</summary>
    public IReadOnlyList<BalancedTargets> Targets => _targets;

    [Output]
    public Output<string> DnsName { get; private set; }

    /// <summary>The Route 53 zone of the name, for alias records.</summary>
    [Output]
    public Output<string> ZoneId { get; private set; }

    // Zonal shift lets somebody take a bad zone out of service (docs/operations.md, "Leave a bad zone").
    // With cross-zone balancing AWS takes it only where no target group ends connections to unhealthy
    // targets, so that the groups come first ("Network Load Balancers", Application Recovery Controller
    // developer guide, 2026).
    private LB.LoadBalancer CreateLoadBalancer(
        string name, LoadBalancingArgs args, IReadOnlyList<LB.TargetGroup> groups) =>
        new($"{name}-balancer", new LB.LoadBalancerArgs
        {
            LoadBalancerType = "network",
            Internal = !args.Plan.IsInternetFacing,
            Subnets = SubnetsOf(args),

            // One that starts without a security group can never have one.
            SecurityGroups = args.Network.SecurityGroups.Ids[Tier.NetworkLoadBalancer],
            EnableCrossZoneLoadBalancing = args.Plan.IsCrossZone,
            EnableDeletionProtection = args.DeletionProtection,
            EnableZonalShift = true,
            Tags = args.Tags.Named("network-load-balancer"),
        }, new CustomResourceOptions
        {
            Parent = this,
            Protect = args.DeletionProtection,
            DependsOn = groups.ToArray<Resource>(),
        });

    // Without cross-zone balancing, an address in a zone that has no member would lead nowhere.
    private static InputList<string> SubnetsOf(LoadBalancingArgs args)
    {
        var zones = args.Plan.Members.Select(member => member.Zone).ToHashSet();
        var tier = args.Plan.IsInternetFacing ? SubnetTier.Public : SubnetTier.Private;
        return args.Network.SubnetIds
            .Where(subnet => subnet.Key.Tier == tier)
            .Where(subnet => args.Plan.IsCrossZone || zones.Contains(subnet.Key.Zone))
            .OrderBy(subnet => subnet.Key.Zone, StringComparer.Ordinal)
            .Select(subnet => (Input<string>)subnet.Value)
            .ToArray();
    }

    // Its public addresses are all that its name gives, so members and gateway come from the NAT gateways.
    private void AdmitOwnServers(string name, LoadBalancingArgs args)
    {
        foreach (var (index, zone) in args.NatZones.Index())
        {
            _ = new Vpc.SecurityGroupIngressRule(
                $"{name}-from-nat-{zone}", new Vpc.SecurityGroupIngressRuleArgs
                {
                    SecurityGroupId = args.Network.SecurityGroups.Ids[Tier.NetworkLoadBalancer],
                    CidrIpv4 = args.Network.NatAddresses.Apply(addresses => $"{addresses[index]}/32"),
                    IpProtocol = "tcp",
                    FromPort = 443,
                    ToPort = 443,
                    Description = "Own servers calling the namespace",
                    Tags = args.Tags.Named("own-servers"),
                }, new CustomResourceOptions { Parent = this });
        }
    }

    private LB.TargetGroup CreateTargetGroup(string name, LoadBalancingArgs args, ListenerPlan listener) =>
        new($"{name}-{listener.Port}", new LB.TargetGroupArgs
        {
            Port = listener.Port,
            Protocol = "TCP",
            TargetType = "instance",
            VpcId = args.Network.VpcId,
            PreserveClientIp = PreserveClientIp,
            TargetHealthStates =
            {
                // What zonal shift asks for: a member in maintenance then ends its connections itself, and
                // clients of a lost one come to another after their own time limit.
                new LB.Inputs.TargetGroupTargetHealthStateArgs
                {
                    EnableUnhealthyConnectionTermination = !args.Plan.IsCrossZone,
                },
            },
            HealthCheck = listener.IsWebHealth
                ? HealthChecks.Https(ClientAccessPlan.HealthCheck)
                : HealthChecks.OpenPort(),
            Tags = args.Tags.Named($"tcp-{listener.Port}"),
        }, new CustomResourceOptions { Parent = this });

    private void RegisterMembers(
        string name, LoadBalancingArgs args, ListenerPlan listener, LB.TargetGroup group)
    {
        foreach (var member in args.Plan.Members)
        {
            _ = new LB.TargetGroupAttachment(
                $"{name}-{listener.Port}-{member.Name.ToLowerInvariant()}", new LB.TargetGroupAttachmentArgs
                {
                    TargetGroupArn = group.Arn,
                    TargetId = args.Servers[member.Name].InstanceId,
                    Port = listener.Port,
                }, new CustomResourceOptions { Parent = this });
        }
    }

    private void CreateListener(
        string name, LoadBalancingArgs args, ListenerPlan listener, LB.LoadBalancer balancer,
        LB.TargetGroup group) =>
        _ = new LB.Listener(
            string.Create(CultureInfo.InvariantCulture, $"{name}-listener-{listener.Port}"),
            new LB.ListenerArgs
            {
                LoadBalancerArn = balancer.Arn,
                Port = listener.Port,
                Protocol = "TCP",
                TcpIdleTimeoutSeconds = args.Plan.IdleTimeoutSeconds,
                DefaultActions =
                {
                    new LB.Inputs.ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = group.Arn },
                },
                Tags = args.Tags.Named($"tcp-{listener.Port}"),
            }, new CustomResourceOptions { Parent = this });
}
