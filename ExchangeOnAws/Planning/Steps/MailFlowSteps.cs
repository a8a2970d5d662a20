using static ExchangeOnAws.Planning.ServerSteps;

namespace ExchangeOnAws.Planning;

/// <summary>
/// The steps by which mail arrives, leaves, and is not relayed for strangers; and the proof.
/// </summary>
internal sealed class MailFlowSteps(
    MailFlowPlan mailFlow, ClusterPlan cluster, ClientAccessPlan access, EdgePlan edge,
    DirectoryPlan directory, EdgeSteps edgeSteps, Func<HostPlan, string> installed,
    Func<HostPlan, string> certified)
{
    /// <summary>What the deployment fills in: the name of the parameter that holds the result.</summary>
    public const string ResultParameter = "mail-flow-parameter";

    private HostPlan First => cluster.Members[0];

    private StepArgument Members => StepArgument.Of(cluster.Members.Select(member => member.Name));

    private StepArgument EdgeServers => StepArgument.Of(edge.Servers.Select(edge.FullNameOf));

    private StepArgument Maximum => StepArgument.Of(mailFlow.MaximumMessageMiB);

    private StepArgument SmartHost => StepArgument.Of(mailFlow.SmartHost?.Host ?? "");

    private StepArgument SmartHostPort => mailFlow.SmartHost is { } smartHost
        ? StepArgument.Of(smartHost.Port)
        : StepArgument.Of("");

    private StepArgument Login => StepArgument.GivenSecretArn(mailFlow.SmartHost?.CredentialsSecretArn);

    private StepArgument IsShared => StepArgument.Of(directory.IsExisting);

    /// <summary>The steps; the last one proves what the others made.</summary>
    public IEnumerable<StepPlan> Plan() =>
    [
        .. cluster.Members.Select(
            // The connector for clients takes its name from a certificate that has it.
            member => ReceiveConnectors(member, mailFlow, access.Namespace, certified(member))),
        SendConnector(),
        Limits(First, mailFlow, [Id(First, "send-connector")],
            ("SharedOrganization", IsShared), ("Members", Members), ("EdgeServers", EdgeServers),
            ("EdgeSite", StepArgument.Of(edge.Servers.Count > 0 ? directory.SiteName : ""))),
        Confirm(),
    ];

    /// <summary>The step that proves mail flow.</summary>
    public static string Verified(ClusterPlan cluster) => Id(cluster.Members[0], "mail-flow");

    /// <summary>A server takes mail as it should, whatever its role.</summary>
    public static StepPlan ReceiveConnectors(
        HostPlan host, MailFlowPlan mailFlow, string name, string installed) =>
        Step(host, "receive-connectors", "MailFlow/Set-ReceiveConnectors", minutes: 2, [installed],
            ("MaximumMessageMiB", StepArgument.Of(mailFlow.MaximumMessageMiB)),
            ("Namespace", StepArgument.Of(name)));

    /// <summary>The largest message, which Edge servers are told by themselves.</summary>
    public static StepPlan Limits(
        HostPlan host, MailFlowPlan mailFlow, IEnumerable<string> after,
        params (string Name, StepArgument Argument)[] organization) =>
        Step(host, "message-limits", "MailFlow/Set-MessageLimits", minutes: 1, after,
            [("MaximumMessageMiB", StepArgument.Of(mailFlow.MaximumMessageMiB)), .. organization]);

    private StepPlan SendConnector() =>
        Step(First, "send-connector", "MailFlow/Set-SendConnector", minutes: 2,
            [.. cluster.Members.Select(installed), .. edgeSteps.Subscribed],
            ("SmartHost", SmartHost), ("SmartHostPort", SmartHostPort), ("CredentialsSecretArn", Login),
            ("Members", Members), ("MaximumMessageMiB", Maximum),
            ("EdgeInternet", StepArgument.Of(mailFlow.LeavesByEdge)), ("SharedOrganization", IsShared),
            ("EdgeServers", EdgeServers));

    private StepPlan Confirm() =>
        Step(First, "mail-flow", "MailFlow/Confirm-MailFlow", minutes: 5,
            [
                ClusterSteps.Verified(cluster), Id(First, "message-limits"), .. edgeSteps.Receiving,
                .. cluster.Members.Select(member => Id(member, "receive-connectors")),
            ],
            ("Members", Members),
            ("EdgeServers", EdgeServers),
            ("AcceptedDomains", StepArgument.Of(mailFlow.AcceptedDomains)),
            ("SmartHost", SmartHost), ("SmartHostPort", SmartHostPort), ("CredentialsSecretArn", Login),
            ("ResultParameter", StepArgument.FromDeployment(ResultParameter))) with
        { WaitsLong = true };
}
