namespace ExchangeOnAws.Planning;

/// <summary>
/// The step that proves that an existing domain can take the deployment, before anything in it is changed.
/// </summary>
internal sealed class Preflight(
    MailboxPlan mailbox, ClusterPlan cluster, DirectoryPlan directory, NetworkPlan network, EdgePlan edge)
{
    private const string Name = "preflight";

    /// <summary>Its id on the first member.</summary>
    public static string IdOn(HostPlan first) => ServerSteps.Id(first, Name);

    /// <summary>The step.</summary>
    public LinkedStep Link => new(Name, "Mailbox/Confirm-ExistingDirectory", 5,
        ("DomainName", StepArgument.Of(directory.DomainName)),
        ("NetBiosName", StepArgument.Of(directory.NetBiosName)),
        ("DomainControllers", StepArgument.Of(directory.DnsServers.Select(server => server.ToString()))),
        ("SetupSecretArn", StepArgument.SecretArn(SecretPlan.Setup)),
        ("JoinSecretArn", StepArgument.SecretArn(SecretPlan.Join)),
        ("OrganizationalUnit", StepArgument.Of(directory.OrganizationalUnit)),
        ("SiteName", StepArgument.Of(directory.SiteName)),
        ("Networks", StepArgument.Of(network.OwnBlocks.Select(block => block.ToString()))),
        ("OrganizationName", StepArgument.Of(mailbox.OrganizationName)),
        ("SchemaVersion", StepArgument.Of(mailbox.Release.SchemaVersion)),
        ("OrganizationVersion", StepArgument.Of(mailbox.Release.OrganizationVersion)),
        ("DomainVersion", StepArgument.Of(mailbox.Release.DomainVersion)),
        ("Servers", StepArgument.Of(cluster.Servers.Select(server => server.Name))),
        ("DagName", StepArgument.Of(cluster.DagName)),
        ("Records", StepArgument.Of(edge.Records)));
}
