using ExchangeOnAws.Settings;
using ExchangeOnAws.Values;

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

    public required MailboxPlan Mailbox { get; init; }

    public required ClusterPlan Cluster { get; init; }

    public required ClientAccessPlan ClientAccess { get; init; }

    public required EdgePlan Edge { get; init; }

    public required MailFlowPlan MailFlow { get; init; }

    public required BackupPlan Backup { get; init; }

    public required PatchingPlan Patching { get; init; }

    /// <summary>Every zone, host and pair of hosts, and what its loss means.</summary>
    public required IReadOnlyList<FailureCase> Failures { get; init; }

    /// <summary>How mail is brought back where a failure needs it.</summary>
    public required IReadOnlyList<RecoveryPlan> Recoveries { get; init; }

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

    /// <summary>Minutes that the same steps take in the order of AWS's guide.</summary>
    public int GuideOrderMinutes => GuideOrder.Minutes(Steps);

    /// <summary>The step whose result is the cluster's; null when nothing is installed.</summary>
    public required string? VerifiedBy { get; init; }

    /// <summary>The step whose result is that of client access; null when nothing is installed.</summary>
    public required string? ReachableBy { get; init; }

    /// <summary>The step whose result is that of mail flow; null when nothing is installed.</summary>
    public required string? DeliveredBy { get; init; }

    public string Region => Settings.Region;

    public IEnumerable<HostPlan> HostsOf(HostRole role) => Hosts.Where(host => host.Role == role);

    /// <summary>How mail is brought back after a failure; null where it comes back by itself.</summary>
    public RecoveryPlan? RecoveryFrom(FailureCase failure) =>
        Recoveries.FirstOrDefault(recovery => recovery.Cases.Contains(failure.Lost));

    /// <summary>Plans a deployment; any settings that the reader accepts have a plan.</summary>
    public static DeploymentPlan From(string stackName, StackSettings settings)
    {
        var network = NetworkPlanner.Plan(settings.Network);
        var hosts = new HostPlanner(settings, network).Plan();
        var directory = DirectoryPlan.From(settings, hosts);
        var mailbox = MailboxPlan.From(settings);
        var cluster = PlanCluster(settings.Mailbox, hosts);
        var access = ClientAccessPlan.From(settings.ClientAccess, cluster.Members);
        var edge = EdgePlan.From(settings, hosts);
        var mailFlow = MailFlowPlan.From(settings, network, edge, access);
        var gateway = GatewayPlan.From(settings);
        var installed = Installed(cluster, hosts);
        VolumePlan[] volumes =
        [
            .. directory.DomainControllers.Select(
                host => VolumePlan.OfDomainController(host, settings.Directory)),
            .. (installed?.Members ?? []).SelectMany(host => VolumePlan.OfMember(host, settings.Mailbox)),
        ];
        var quorum = new Quorum(cluster, directory.DomainControllers);
        var failures = quorum.Failures(network.Zones.Select(zone => zone.Name));
        var directorySteps = new DirectorySteps(
            directory, network, volumes, installed is null ? [] : [Preflight.IdOn(installed.Members[0])]);
        return new DeploymentPlan
        {
            StackName = stackName,
            Settings = settings,
            Network = network,
            Hosts = hosts,
            Directory = directory,
            Mailbox = mailbox,
            Cluster = cluster,
            ClientAccess = access,
            Edge = edge,
            MailFlow = mailFlow,
            Backup = BackupPlan.From(settings, network, hosts),
            Patching = PatchingPlan.From(settings.Patching, network, hosts),
            Failures = failures,
            Recoveries = new RecoveryPlanner(cluster, quorum, directory, hosts).Plan(failures),
            Ports = PortTable.From(settings, network),
            Gateway = gateway,
            Secrets = SecretPlan.For(settings, edge),
            Volumes = volumes,
            DirectoryReady = directorySteps.Ready,
            VerifiedBy = installed is null ? null : ClusterSteps.Verified(installed),
            ReachableBy = installed is null ? null : ClientAccessSteps.Verified(installed),
            DeliveredBy = installed is null ? null : MailFlowSteps.Verified(installed),
            Steps = StepGraph.From(
            [
                .. directorySteps.Plan(),
                .. new GatewaySteps(gateway, directory, directorySteps.Ready).Plan(),
                .. installed is null
                    ? []
                    : new MailboxSteps(
                        mailbox, mailFlow, installed, access, edge, directory, network, volumes,
                        directorySteps, gateway.Hosts > 0).Plan(),
            ]),
        };
    }

    private static ClusterPlan PlanCluster(MailboxSettings mailbox, IReadOnlyList<HostPlan> hosts)
    {
        HostPlan[] members = [.. hosts.Where(host => host.Role == HostRole.Mailbox)];
        var copies = mailbox.Copies ?? members.Select(member => member.Zone).Distinct().Count();

        // Setup makes a database on every member, so there are as many at least.
        var databases = Math.Max(mailbox.Databases, members.DistinctBy(member => member.Name).Count());
        return new ClusterPlan(
            mailbox.DagName,
            members,
            hosts.FirstOrDefault(host => host.Role == HostRole.Witness),
            DatabaseLayout.Plan(members, databases, copies))
        {
            Rebuilt = [.. members.Where(member =>
                mailbox.Rebuild.Contains(member.Name, StringComparer.OrdinalIgnoreCase))],
        };
    }

    // Two hosts of one name have no steps to tell apart; a check refuses them.
    private static ClusterPlan? Installed(ClusterPlan cluster, IReadOnlyList<HostPlan> hosts)
    {
        var names = hosts
            .Select(host => host.Name.ToLowerInvariant())
            .Append(GatewaySteps.Target)
            .ToHashSet();
        return names.Count == hosts.Count + 1 && cluster.Members.Count > 0 ? cluster : null;
    }
}
