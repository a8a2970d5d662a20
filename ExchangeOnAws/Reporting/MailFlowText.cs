using ExchangeOnAws.Planning;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExchangeOnAws.Reporting;

/// <summary>How mail comes and goes, and what public DNS has to say about it.</summary>
internal static class MailFlowText
{
    public static IRenderable Of(DeploymentPlan plan)
    {
        var table = Tables.Create("Record", "Type", "Value", "Purpose", "By");
        foreach (var record in plan.MailFlow.Records)
        {
            table.AddRow(
                new Text(record.Name), new Text(record.Type), new Text(string.Join(", ", record.Values)),
                new Text(record.Purpose), new Text(record.IsCreated ? "this deployment" : "you"));
        }

        return new Rows(
            new Text($"Mail for {string.Join(", ", plan.MailFlow.AcceptedDomains)} comes in {WayIn(plan)}. "
                + $"Other mail leaves {WayOut(plan)}. A message has {plan.MailFlow.MaximumMessageMiB} MiB at "
                + "most."),
            new Text("Public DNS, with values that the deployment knows from its stack outputs:"),
            table);
    }

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
