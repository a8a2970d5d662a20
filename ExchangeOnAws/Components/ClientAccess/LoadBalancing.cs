using Pulumi;

namespace ExchangeOnAws.Components;

/// <summary>How clients reach the members: load balancers, and the names that lead to them.</summary>
public sealed class LoadBalancing : ComponentResource
{
    public LoadBalancing(string name, LoadBalancingArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:LoadBalancing", name, args, options)
    {
        var network = new NetworkLoadBalancer($"{name}-tcp", args, Child());
        NetworkLoadBalancerName = network.DnsName;
        Targets = network.Targets;
        if (args.Plan.HasApplicationLoadBalancer)
        {
            var application = CreateApplicationLoadBalancer(name, args);
            ApplicationLoadBalancerName = application.DnsName;
            Targets = [.. Targets, .. application.Targets];
        }

        if (args.Plan.HostedZoneId is { } zone)
        {
            CreateRecords(name, args, zone, network);
        }

        RegisterOutputs();
    }

    /// <summary>The target groups of both, for alarms.</summary>
    public IReadOnlyList<BalancedTargets> Targets { get; private set; }

    /// <summary>The DNS name that AWS gives the network load balancer.</summary>
    [Output]
    public Output<string> NetworkLoadBalancerName { get; private set; }

    /// <summary>That of the application load balancer; null when there is none.</summary>
    [Output]
    public Output<string>? ApplicationLoadBalancerName { get; private set; }

    private ComponentResourceOptions Child() => new() { Parent = this };

    private ApplicationLoadBalancer CreateApplicationLoadBalancer(string name, LoadBalancingArgs args)
    {
        var logs = new AccessLogs($"{name}-logs", new AccessLogsArgs
        {
            Environment = args.Environment,
            RetentionDays = args.LogRetentionDays,
            Tags = args.Tags,
            DeletionProtection = args.DeletionProtection,
        }, Child());
        return new ApplicationLoadBalancer($"{name}-https", new ApplicationLoadBalancerArgs
        {
            Balancing = args,
            CertificateArn = CertificateOf(name, args),
            LogBucket = logs.BucketName,
        }, Child());
    }

    private Input<string> CertificateOf(string name, LoadBalancingArgs args) =>
        args.Plan.LoadBalancerCertificateArn is { } given
            ? given
            : new RequestedCertificate($"{name}-requested", new RequestedCertificateArgs
            {
                Names = args.Plan.Names,
                HostedZoneId = args.Plan.HostedZoneId!,
                Tags = args.Tags,
            }, Child()).Arn;

    private void CreateRecords(
        string name, LoadBalancingArgs args, string zone, NetworkLoadBalancer balancer) =>
        _ = new NamespaceRecords($"{name}-names", new NamespaceRecordsArgs
        {
            Names = args.Plan.Names,
            HostedZoneId = zone,
            Target = balancer.DnsName,
            TargetZoneId = balancer.ZoneId,
        }, Child());
}
