using ExchangeOnAws.Planning;
using Pulumi.Aws.LB.Inputs;

namespace ExchangeOnAws.Components;

/// <summary>How load balancers tell whether a member serves.</summary>
internal static class HealthChecks
{
    private const int IntervalSeconds = 10;
    private const int Healthy = 2;
    private const int Unhealthy = 3;

    /// <summary>
    /// The page of the protocol, which goes away in maintenance too; a redirect does not count as health.
    /// </summary>
    public static TargetGroupHealthCheckArgs Https(ProtocolPlan protocol) => new()
    {
        Enabled = true,
        Protocol = "HTTPS",
        Port = "443",
        Path = protocol.HealthPath,
        Matcher = "200",
        Interval = IntervalSeconds,
        HealthyThreshold = Healthy,
        UnhealthyThreshold = Unhealthy,
    };

    /// <summary>Something listens.</summary>
    public static TargetGroupHealthCheckArgs OpenPort() => new()
    {
        Enabled = true,
        Protocol = "TCP",
        Interval = IntervalSeconds,
        HealthyThreshold = Healthy,
        UnhealthyThreshold = Unhealthy,
    };
}
