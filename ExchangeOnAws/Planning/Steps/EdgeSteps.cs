using static ExchangeOnAws.Planning.ServerSteps;

namespace ExchangeOnAws.Planning;

/// <summary>
/// The steps that make an Edge Transport server of a Windows server, and subscribe it to the organisation.
/// </summary>
internal sealed class EdgeSteps(
    EdgePlan edge, MailboxPlan mailbox, MailFlowPlan mailFlow, ClusterPlan cluster, DirectoryPlan directory,
    Func<HostPlan, string> installed, Func<HostPlan, string> certified)
{
    /// <summary>
    /// What the deployment fills in: members with their instances, so that one that was rebuilt is a new one.
    /// </summary>
    public const string MemberInstances = "member-instances";

    // Microsoft, "Install Exchange Edge Transport servers" (2021): 40 minutes, and a restart.
    private const int SetupMinutes = 45;

    // The first synchronisation of an empty organisation takes minutes; the proof waits for it.
    private const int ImportMinutes = 15;

    private HostPlan First => cluster.Members[0];

    /// <summary>The steps of the servers, and those of the member that takes their subscriptions.</summary>
    public IEnumerable<StepPlan> Plan() =>
    [
        .. edge.Servers.SelectMany(Server),
        .. Records(),
        RemoveOld(),
        .. edge.Servers.SelectMany(Subscribe),
    ];

    /// <summary>The steps after which mail flows by the servers; without any, none is left over.</summary>
    public IReadOnlyList<string> Subscribed => edge.Servers.Count == 0
        ? [OldSubscriptions(First)]
        : [Id(edge.Servers[^1], "transport")];

    /// <summary>The step after which no Edge server is subscribed that the plan does not have.</summary>
    public static string OldSubscriptions(HostPlan first) => Id(first, "old-subscriptions");

    /// <summary>The steps after which the servers take mail as they should.</summary>
    public IEnumerable<string> Receiving => edge.Servers.SelectMany(server =>
        new[] { Id(server, "receive-connectors"), Id(server, "message-limits") });

    private IEnumerable<StepPlan> Server(HostPlan host)
    {
        StepPlan[] chain = [.. LinkedStep.Chain(host, Preparation(host))];
        StepPlan[] license =
            [.. ExchangeServerSteps.ProductKey(host, mailbox.ProductKeySecretArn, chain[^1].Id)];
        var ready = license.Length == 0 ? chain[^1].Id : license[^1].Id;
        return
        [
            .. chain,
            .. license,
            MailFlowSteps.ReceiveConnectors(host, mailFlow, "", ready),
            MailFlowSteps.Limits(host, mailFlow, [ready]),
        ];
    }

    // Nothing here needs the domain, so all of it runs beside the rest.
    private IEnumerable<LinkedStep> Preparation(HostPlan host) =>
    [
        AgentService,
        ExchangeServerSteps.Name(host),
        new("suffix", "Edge/Set-DnsSuffix", 4, ("DnsSuffix", StepArgument.Of(edge.DnsSuffix))),
        new("dns-client", "Windows/Set-DnsClient", 1, ("DnsServers", StepArgument.Of(EdgePlan.Resolver))),
        ExchangeServerSteps.Features(mailbox.Release.EdgeFeatures, minutes: 3),
        .. ExchangeServerSteps.Windows([]),
        .. ExchangeServerSteps.Software(mailbox.Media, mailbox.Release.EdgePackages),
        new("host-names", "Edge/Set-HostNames", 1,
            ("Names", StepArgument.Of(cluster.Members.Select(
                member => $"{directory.FullNameOf(member)}={member.PrivateIp}")))),
        new("account", "Edge/Set-LocalAccount", 1,
            ("AccountSecretArn", StepArgument.SecretArn(SecretPlan.Edge))),
        new("edge-role", "Edge/Install-EdgeRole", SetupMinutes,
            ("FullName", StepArgument.Of(edge.FullNameOf(host))),
            ("AccountSecretArn", StepArgument.SecretArn(SecretPlan.Edge)),
            ("SetupSwitches", StepArgument.Of(mailbox.Release.SetupSwitches))),
    ];

    // The owner of an existing domain publishes them; the preflight asks for that.
    private IEnumerable<StepPlan> Records() =>
        edge.Servers.Count > 0 && directory.DomainControllers.Count > 0
            ?
            [
                Step(directory.DomainControllers[0], "edge-records", "Edge/Set-EdgeRecords", minutes: 1,
                    [Id(directory.DomainControllers[0], "health")],
                    ("DomainName", StepArgument.Of(directory.DomainName)),
                    ("Records", StepArgument.Of(edge.Records))),
            ]
            : [];

    // Planned without Edge servers too: the subscription of a server that is gone would keep its mail.
    private StepPlan RemoveOld() =>
        Step(First, "old-subscriptions", "Edge/Remove-OldSubscriptions", minutes: 1, [installed(First)],
            ("EdgeServers", StepArgument.Of(edge.Servers.Select(edge.FullNameOf))),
            ("SiteName", StepArgument.Of(directory.SiteName)));

    // One server after another: a new file takes the accepted domains from a server that had them, and until
    // it has them again its transport rests and the others take the mail.
    private IEnumerable<StepPlan> Subscribe(HostPlan host, int index)
    {
        yield return Step(host, "subscription-file", "Edge/New-SubscriptionFile", minutes: 3,
            [
                Id(host, "receive-connectors"), .. cluster.Members.Select(installed),
                index == 0 ? OldSubscriptions(First) : Id(edge.Servers[index - 1], "transport"),
            ],
            ("SubscriptionSecretArn", StepArgument.SecretToFill(SecretPlan.SubscriptionOf(host))),
            ("Members", StepArgument.FromDeployment(MemberInstances)));
        yield return Import(host);
        yield return Step(host, "transport", "Edge/Start-EdgeTransport", minutes: 1, [SubscriptionOf(host)],
            ("EdgeInstance", StepArgument.FromDeployment(GenerationOf(host))));
    }

    // A certificate for SMTP is for a moment the one that credentials of the synchronisation are encrypted
    // for, so that one is settled first.
    private StepPlan Import(HostPlan host) =>
        Step(First, $"subscription-{host.Name.ToLowerInvariant()}", "Edge/Import-Subscription",
            ImportMinutes,
            [
                Id(host, "subscription-file"), Id(First, "accepted-domains"),
                .. Records().Select(step => step.Id), .. cluster.Members.Select(certified),
            ],
            ("EdgeServer", StepArgument.Of(host.Name)),
            ("EdgeName", StepArgument.Of(edge.FullNameOf(host))),
            ("EdgeInstance", StepArgument.FromDeployment(GenerationOf(host))),
            ("SubscriptionSecretArn", StepArgument.SecretToEmpty(SecretPlan.SubscriptionOf(host))),
            ("SiteName", StepArgument.Of(directory.SiteName)),
            ("Members", StepArgument.Of(cluster.Members.Select(member => member.Name))),
            ("InternetConnector", StepArgument.Of(mailFlow.LeavesByEdge))) with
        { WaitsLong = true };

    /// <summary>
    /// What the deployment fills in: the instances that a subscription is between; another one takes another
    /// subscription.
    /// </summary>
    public static string GenerationOf(HostPlan host) => $"generation-{host.Name}";

    private string SubscriptionOf(HostPlan host) =>
        Id(First, $"subscription-{host.Name.ToLowerInvariant()}");
}
