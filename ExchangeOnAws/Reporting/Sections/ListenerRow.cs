using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>A listener of a load balancer as people read it.</summary>
/// <param name="Balancer">Kind and side of the load balancer.</param>
/// <param name="Listener">Protocol, port and paths.</param>
/// <param name="TargetGroup">Where it passes what comes in.</param>
/// <param name="HealthCheck">What it looks at; empty where it passes nothing on.</param>
internal sealed record ListenerRow(string Balancer, string Listener, string TargetGroup, string HealthCheck)
{
    public static IReadOnlyList<ListenerRow> Of(ClientAccessPlan access) =>
        [.. Network(access), .. access.HasApplicationLoadBalancer ? Application() : []];

    private static IEnumerable<ListenerRow> Network(ClientAccessPlan access) =>
        access.Listeners.Select(listener => new ListenerRow(
            access.IsInternetFacing ? "network, internet-facing" : "network, internal",
            $"TCP {listener.Port}", $"TCP {listener.Port}",
            listener.IsWebHealth
                ? $"HTTPS {ClientAccessPlan.HealthCheck.HealthPath}"
                : $"TCP {listener.Port}"));

    private static IEnumerable<ListenerRow> Application()
    {
        const string Balancer = "application, internal";
        yield return new ListenerRow(Balancer, "HTTP 80", "redirect to HTTPS", "");
        foreach (var protocol in ProtocolPlan.All)
        {
            yield return new ListenerRow(
                Balancer, $"HTTPS 443 {string.Join(' ', protocol.Patterns)}", $"HTTPS {protocol.Name}",
                $"HTTPS {protocol.HealthPath}");
        }
    }
}
