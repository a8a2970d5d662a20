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
        var side = access.IsInternetFacing ? "network, internet-facing" : "network, internal";
        foreach (var listener in access.Listeners)
        {
            table.AddRow(
                new Text(side), new Text($"TCP {listener.Port}"), new Text($"TCP {listener.Port}"),
                new Text(listener.IsWebHealth
                    ? $"HTTPS {ClientAccessPlan.HealthCheck.HealthPath}"
                    : $"TCP {listener.Port}"));
        }

        if (access.HasApplicationLoadBalancer)
        {
            AddApplicationLoadBalancer(table);
        }

        var members = string.Join(", ", access.Members.Select(member => member.Name));
        return new Rows(
            new Text($"Clients use {string.Join(" and ", access.Names)}; behind the load balancers stand "
                + $"{members}."),
            table,
            new Text(Records(access, plan.Directory.IsExisting)));
    }

    private static void AddApplicationLoadBalancer(Table table)
    {
        const string Balancer = "application, internal";
        table.AddRow(Balancer, "HTTP 80", "redirect to HTTPS", "");
        foreach (var protocol in ProtocolPlan.All)
        {
            table.AddRow(
                Balancer, $"HTTPS 443 {string.Join(' ', protocol.Patterns)}", $"HTTPS {protocol.Name}",
                $"HTTPS {protocol.HealthPath}");
        }
    }

    private static string Records(ClientAccessPlan access, bool isExistingDomain)
    {
        var names = string.Join(" and ", access.Names);
        var inside = isExistingDomain
            ? $"In the existing domain's DNS, let {names} lead to the stack output networkLoadBalancer."
            : "Inside the domain the names lead to the network load balancer.";
        return access.HostedZoneId is { } zone
            ? $"{inside} Route 53 zone {zone} gets them too."
            : $"{inside} For clients outside of it, publish {names} as CNAME of the stack output "
                + "networkLoadBalancer.";
    }
}
