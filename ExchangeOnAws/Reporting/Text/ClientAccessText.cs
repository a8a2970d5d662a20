using ExchangeOnAws.Planning;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExchangeOnAws.Reporting;

/// <summary>The names that clients use, and the load balancers with what they pass on and look at.</summary>
internal static class ClientAccessText
{
    public static IRenderable Of(DeploymentPlan plan)
    {
        var access = plan.ClientAccess;
        var table = Tables.Create("Load balancer", "Listener", "Target group", "Health check");
        foreach (var (balancer, listener, targetGroup, healthCheck) in ListenerRow.Of(access))
        {
            table.AddRow(
                new Text(balancer), new Text(listener), new Text(targetGroup), new Text(healthCheck));
        }

        return new Rows(
            new Text(ClientAccessWords.Members(access)),
            table,
            new Text(ClientAccessWords.Records(access, plan.Directory.IsExisting)));
    }
}
