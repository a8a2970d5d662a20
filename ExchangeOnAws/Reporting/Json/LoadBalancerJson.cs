using System.Globalization;
using System.Text.Json;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>The load balancers of a plan as JSON: listeners, target groups and their health checks.</summary>
internal static class LoadBalancerJson
{
    public static void Write(Utf8JsonWriter json, ClientAccessPlan? access)
    {
        json.WriteStartArray("loadBalancers");
        if (access is not null)
        {
            WriteNetwork(json, access);
            if (access.HasApplicationLoadBalancer)
            {
                WriteApplication(json);
            }
        }

        json.WriteEndArray();
    }

    private static void WriteNetwork(Utf8JsonWriter json, ClientAccessPlan access)
    {
        Start(json, "network", !access.IsInternetFacing);
        foreach (var listener in access.Listeners)
        {
            WriteListener(json, "TCP", listener.Port, [], string.Create(
                CultureInfo.InvariantCulture, $"tcp-{listener.Port}"),
                listener.IsWebHealth ? ClientAccessPlan.HealthCheck.HealthPath : null);
        }

        End(json);
    }

    private static void WriteApplication(Utf8JsonWriter json)
    {
        Start(json, "application", isInternal: true);
        foreach (var protocol in ProtocolPlan.All)
        {
            WriteListener(
                json, "HTTPS", 443, protocol.Patterns, $"https-{protocol.Name}", protocol.HealthPath);
        }

        End(json);
    }

    private static void Start(Utf8JsonWriter json, string type, bool isInternal)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteBoolean("internal", isInternal);
        json.WriteStartArray("listeners");
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteListener(
        Utf8JsonWriter json, string protocol, int port, IEnumerable<string> paths, string targetGroup,
        string? healthPath)
    {
        json.WriteStartObject();
        json.WriteString("protocol", protocol);
        json.WriteNumber("port", port);
        json.WriteStartArray("paths");
        foreach (var path in paths)
        {
            json.WriteStringValue(path);
        }

        json.WriteEndArray();
        json.WriteString("targetGroup", targetGroup);
        json.WriteString("healthCheck", healthPath is null ? "TCP" : $"HTTPS {healthPath}");
        json.WriteEndObject();
    }
}
