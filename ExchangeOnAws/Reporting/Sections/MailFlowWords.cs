using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>How mail comes and goes, in sentences.</summary>
internal static class MailFlowWords
{
    public const string AboutRecords =
        "Public DNS, with values that the deployment knows from its stack outputs:";

    public static string[] RecordColumns { get; } = ["Record", "Type", "Value", "Purpose", "By"];

    public static string Summary(DeploymentPlan plan) =>
        $"Mail for {string.Join(", ", plan.MailFlow.AcceptedDomains)} comes in {WayIn(plan)}. Other mail "
        + $"leaves {WayOut(plan)}. A message has {plan.MailFlow.MaximumMessageMiB} MiB at most.";

    public static string[] Row(PublicRecord record) =>
    [
        record.Name, record.Type, string.Join(", ", record.Values), record.Purpose,
        record.IsCreated ? "this deployment" : "you",
    ];

    private static string WayIn(DeploymentPlan plan) => plan.Edge.Servers.Count > 0
        ? $"by {Names(plan.Edge.Servers)}"
        : plan.ClientAccess.Listeners.Any(listener => listener.Port == 25)
            ? "by the network load balancer"
            : "from inside the network only, for clientAccess.extraPorts has no 25 and edge.servers is 0";

    private static string WayOut(DeploymentPlan plan) => plan.MailFlow switch
    {
        { SmartHost: { } smartHost } => $"from the members through {smartHost.Host}, port {smartHost.Port}",
        { LeavesByEdge: true } => $"by {Names(plan.Edge.Servers)} on port 25, which AWS blocks until asked",
        _ => "from the members on port 25, which AWS blocks until asked",
    };

    private static string Names(IEnumerable<HostPlan> hosts) =>
        string.Join(" and ", hosts.Select(host => host.Name));
}
