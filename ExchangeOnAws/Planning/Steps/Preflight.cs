namespace ExchangeOnAws.Planning;

/// <summary>
/// The step that proves that an existing domain can take the deployment, before anything in it is changed.
/// </summary>
internal sealed class Preflight(
    MailboxPlan mailbox, ClusterPlan cluster, DirectoryPlan directory, NetworkPlan network, EdgePlan edge,
    bool hasGateway)
{
    private const string Name = "preflight";

    // Where servers stand that join the domain.
    private IEnumerable<SubnetPlan> Networks => hasGateway ? network.Subnets : network.PrivateSubnets;

    /// <summary>Its id on the first member.</summary>
    public static string IdOn(HostPlan first) => ServerSteps.Id(first, Name);

    /// <summary>The step.</summary>
    public LinkedStep Link => new(Name, "Directory/Confirm-ExistingDirectory", 5,
        ("DomainName", StepArgument.Of(directory.DomainName)),
        ("NetBiosName", StepArgument.Of(directory.NetBiosName)),
        ("DomainControllers", StepArgument.Of(directory.DnsServers.Select(server => server.ToString()))),
        ("SetupSecretArn", StepArgument.SecretArn(SecretPlan.Setup)),
        ("JoinSecretArn", StepArgument.SecretArn(SecretPlan.Join)),
        ("OrganizationalUnit", StepArgument.Of(directory.OrganizationalUnit)),
        ("SiteName", StepArgument.Of(directory.SiteName)),
        ("Networks", StepArgument.Of(Networks.Select(subnet => subnet.Cidr.ToString()))),
        ("OrganizationName", StepArgument.Of(mailbox.OrganizationName)),
        ("SchemaVersion", StepArgument.Of(mailbox.Release.SchemaVersion)),
        ("OrganizationVersion", StepArgument.Of(mailbox.Release.OrganizationVersion)),
        ("DomainVersion", StepArgument.Of(mailbox.Release.DomainVersion)),
        ("Servers", StepArgument.Of(cluster.Servers.Select(server => server.Name))),
        ("Members", StepArgument.Of(cluster.Members.Select(member => member.Name))),
        ("DagName", StepArgument.Of(cluster.DagName)),
        ("Records", StepArgument.Of(edge.Records)));
}
