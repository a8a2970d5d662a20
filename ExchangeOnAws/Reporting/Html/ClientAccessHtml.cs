using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>The names that clients use, and the load balancers.</summary>
internal static class ClientAccessHtml
{
    public static PageSection Of(DeploymentPlan plan) => new(
        "client-access", "Client access",
        Tag.Paragraph(ClientAccessWords.Members(plan.ClientAccess)),
        TableHtml.Of(
            "Load balancers and their listeners",
            ["Load balancer", "Listener", "Target group", "Health check"],
            ListenerRow.Of(plan.ClientAccess).Select(row => new object[]
            {
                row.Balancer, row.Listener, row.TargetGroup,
                row.HealthCheck.Length == 0 ? "–" : row.HealthCheck,
            })),
        Tag.Paragraph(ClientAccessWords.Records(plan.ClientAccess, plan.Directory.IsExisting)));
}
