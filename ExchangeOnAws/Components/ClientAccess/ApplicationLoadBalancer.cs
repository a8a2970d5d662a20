using System.Collections.Immutable;
using ExchangeOnAws.Planning;
using Pulumi;
using LB = Pulumi.Aws.LB;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="ApplicationLoadBalancer"/> needs beside what all load balancing does.</summary>
public sealed class ApplicationLoadBalancerArgs : ResourceArgs
{
    public required LoadBalancingArgs Balancing { get; init; }

    /// <summary>The certificate in ACM, the same that the members hold.</summary>
    public required Input<string> CertificateArn { get; init; }

    /// <summary>The bucket for access logs.</summary>
    public required Input<string> LogBucket { get; init; }
}

/// <summary>
/// The internal load balancer that looks at the path: a target group with its own health check per protocol,
/// and TLS on both sides.
/// </summary>
public sealed class ApplicationLoadBalancer : ComponentResource
{
    // TLS 1.2 and 1.3 with forward secrecy ("Security policies for your Application Load Balancer", 2026).
    private const string SecurityPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    // The most that an application load balancer allows.
    private const int LongestIdleTimeoutSeconds = 4000;

    // Rules leave room for others between them.
    private const int PriorityStep = 10;

    public ApplicationLoadBalancer(
        string name, ApplicationLoadBalancerArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:ApplicationLoadBalancer", name, args, options)
    {
        var balancer = CreateLoadBalancer(name, args);
        var groups = ProtocolPlan.All.ToImmutableDictionary(
            protocol => protocol.Name, protocol => CreateTargetGroup(name, args.Balancing, protocol));
        CreateRedirect(name, args.Balancing.Tags, balancer);
        var listener = CreateListener(name, args, balancer, groups[ClientAccessPlan.HealthCheck.Name]);
        foreach (var (index, protocol) in ProtocolPlan.All.Index())
        {
            CreateRule(name, args.Balancing.Tags, protocol, (index + 1) * PriorityStep, listener,
                groups[protocol.Name]);
        }

        Targets =
        [
            .. ProtocolPlan.All.Select(protocol => new BalancedTargets(
                $"https-{protocol.Name}", "AWS/ApplicationELB", balancer.ArnSuffix,
                groups[protocol.Name].ArnSuffix)),
        ];
        DnsName = balancer.DnsName;
        RegisterOutputs();
    }

    /// <summary>The target groups, for alarms.</summary>
    public IReadOnlyList<BalancedTargets> Targets { get; }

    [Output]
    public Output<string> DnsName { get; private set; }

    private LB.LoadBalancer CreateLoadBalancer(string name, ApplicationLoadBalancerArgs args) =>
        new($"{name}-balancer", new LB.LoadBalancerArgs
        {
            LoadBalancerType = "application",
            Internal = true,
            Subnets = args.Balancing.Network.PrivateSubnetIds,
            SecurityGroups = args.Balancing.Network.SecurityGroups.Ids[Tier.ApplicationLoadBalancer],
            IdleTimeout = Math.Min(LongestIdleTimeoutSeconds, args.Balancing.Plan.IdleTimeoutSeconds),
            DropInvalidHeaderFields = true,
            EnableDeletionProtection = args.Balancing.DeletionProtection,

            // So that somebody can take a bad zone out of service (docs/operations.md, "Leave a bad zone").
            EnableZonalShift = true,
            AccessLogs = new LB.Inputs.LoadBalancerAccessLogsArgs { Enabled = true, Bucket = args.LogBucket },
            Tags = args.Balancing.Tags.Named("application-load-balancer"),
        }, new CustomResourceOptions { Parent = this, Protect = args.Balancing.DeletionProtection });

    private LB.TargetGroup CreateTargetGroup(string name, LoadBalancingArgs args, ProtocolPlan protocol)
    {
        var group = new LB.TargetGroup($"{name}-{protocol.Name}", new LB.TargetGroupArgs
        {
            Port = 443,
            Protocol = "HTTPS",
            TargetType = "instance",
            VpcId = args.Network.VpcId,
            HealthCheck = HealthChecks.Https(protocol),
            Tags = args.Tags.Named($"https-{protocol.Name}"),
        }, new CustomResourceOptions { Parent = this });
        foreach (var member in args.Plan.Members)
        {
            _ = new LB.TargetGroupAttachment(
                $"{name}-{protocol.Name}-{member.Name.ToLowerInvariant()}", new LB.TargetGroupAttachmentArgs
                {
                    TargetGroupArn = group.Arn,
                    TargetId = args.Servers[member.Name].InstanceId,
                    Port = 443,
                }, new CustomResourceOptions { Parent = this });
        }

        return group;
    }

    private void CreateRedirect(string name, ResourceTags tags, LB.LoadBalancer balancer) =>
        _ = new LB.Listener($"{name}-listener-80", new LB.ListenerArgs
        {
            LoadBalancerArn = balancer.Arn,
            Port = 80,
            Protocol = "HTTP",
            DefaultActions =
            {
                new LB.Inputs.ListenerDefaultActionArgs
                {
                    Type = "redirect",
                    Redirect = new LB.Inputs.ListenerDefaultActionRedirectArgs
                    {
                        Protocol = "HTTPS",
                        Port = "443",
                        StatusCode = "HTTP_301",
                    },
                },
            },
            Tags = tags.Named("http-80"),
        }, new CustomResourceOptions { Parent = this });

    private LB.Listener CreateListener(
        string name, ApplicationLoadBalancerArgs args, LB.LoadBalancer balancer, LB.TargetGroup others) =>
        new($"{name}-listener-443", new LB.ListenerArgs
        {
            LoadBalancerArn = balancer.Arn,
            Port = 443,
            Protocol = "HTTPS",
            SslPolicy = SecurityPolicy,
            CertificateArn = args.CertificateArn,
            DefaultActions =
            {
                new LB.Inputs.ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = others.Arn },
            },
            Tags = args.Balancing.Tags.Named("https-443"),
        }, new CustomResourceOptions { Parent = this });

    private void CreateRule(
        string name, ResourceTags tags, ProtocolPlan protocol, int priority, LB.Listener listener,
        LB.TargetGroup group) =>
        _ = new LB.ListenerRule($"{name}-rule-{protocol.Name}", new LB.ListenerRuleArgs
        {
            ListenerArn = listener.Arn,
            Priority = priority,
            Conditions =
            {
                new LB.Inputs.ListenerRuleConditionArgs
                {
                    PathPattern = new LB.Inputs.ListenerRuleConditionPathPatternArgs
                    {
                        Values = protocol.Patterns.ToArray(),
                    },
                },
            },
            Actions =
            {
                new LB.Inputs.ListenerRuleActionArgs { Type = "forward", TargetGroupArn = group.Arn },
            },
            Tags = tags.Named($"https-{protocol.Name}"),
        }, new CustomResourceOptions { Parent = this });
}
