using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>What a deployment consists of: everything that components build and reports show.</summary>
public sealed record DeploymentPlan
{
    public required string StackName { get; init; }

    public required StackSettings Settings { get; init; }

    public required NetworkPlan Network { get; init; }

    /// <summary>All servers: domain controllers, gateways, members, witness, Edge servers.</summary>
    public required IReadOnlyList<HostPlan> Hosts { get; init; }

    public required DirectoryPlan Directory { get; init; }

    public required ClusterPlan Cluster { get; init; }

    /// <summary>Every zone, host and pair of hosts, and what its loss means.</summary>
    public required IReadOnlyList<FailureCase> Failures { get; init; }

    /// <summary>Who may talk to whom.</summary>
    public required PortTable Ports { get; init; }

    public required GatewayPlan Gateway { get; init; }

    /// <summary>The secrets that Secrets Manager generates.</summary>
    public required IReadOnlyList<SecretPlan> Secrets { get; init; }

    /// <summary>The data volumes of the servers.</summary>
    public required IReadOnlyList<VolumePlan> Volumes { get; init; }

    /// <summary>What is done on the servers, in order, and how long it takes.</summary>
    public required StepGraph Steps { get; init; }

    /// <summary>Ids of the steps after which the domain serves; none when it exists already.</summary>
    public required IReadOnlyList<string> DirectoryReady { get; init; }

    public string Region => Settings.Region;

    public IEnumerable<HostPlan> HostsOf(HostRole role) => Hosts.Where(host => host.Role == role);

    /// <summary>Plans a deployment; any settings that the reader accepts have a plan.</summary>
    public static DeploymentPlan From(string stackName, StackSettings settings)
    {
        var network = NetworkPlanner.Plan(settings.Network);
        var hosts = new HostPlanner(settings, network).Plan();
        var directory = DirectoryPlan.From(settings, hosts);
        var cluster = PlanCluster(settings.Mailbox, hosts);
        var gateway = GatewayPlan.From(settings);
        VolumePlan[] volumes =
        [
            .. directory.DomainControllers.Select(
                host => VolumePlan.OfDomainController(host, settings.Directory)),
        ];
        var directorySteps = new DirectorySteps(directory, network, volumes);
        return new DeploymentPlan
        {
            StackName = stackName,
            Settings = settings,
            Network = network,
            Hosts = hosts,
            Directory = directory,
            Cluster = cluster,
            Failures = new Quorum(cluster, directory.DomainControllers)
                .Failures(network.Zones.Select(zone => zone.Name)),
            Ports = PortTable.From(settings, network),
            Gateway = gateway,
            Secrets = SecretPlan.For(settings.Directory),
            Volumes = volumes,
            DirectoryReady = directorySteps.Ready,
            Steps = StepGraph.From(
            [
                .. directorySteps.Plan(),
                .. new GatewaySteps(gateway, directory, directorySteps.Ready).Plan(),
            ]),
        };
    }

    private static ClusterPlan PlanCluster(MailboxSettings mailbox, IReadOnlyList<HostPlan> hosts)
    {
        HostPlan[] members = [.. hosts.Where(host => host.Role == HostRole.Mailbox)];
        var copies = mailbox.Copies ?? members.Select(member => member.Zone).Distinct().Count();
        return new ClusterPlan(
            mailbox.DagName,
            members,
            hosts.FirstOrDefault(host => host.Role == HostRole.Witness),
            DatabaseLayout.Plan(members, mailbox.Databases, copies));
    }
}
