using System.Text.Json;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>Mail flow in the JSON document: domains, the way out, and records of public DNS.</summary>
internal static class MailFlowJson
{
    public static void Write(Utf8JsonWriter json, MailFlowPlan? plan)
    {
        json.WriteStartObject("mailFlow");
        json.WriteStartArray("acceptedDomains");
        foreach (var domain in plan?.AcceptedDomains ?? [])
        {
            json.WriteStringValue(domain);
        }

        json.WriteEndArray();
        json.WriteNumber("maximumMessageMiB", plan?.MaximumMessageMiB ?? 0);
        json.WriteString("smartHost", plan?.SmartHost is { } smartHost
            ? $"{smartHost.Host}:{smartHost.Port}"
            : null);
        json.WriteBoolean("leavesByEdge", plan?.LeavesByEdge ?? false);
        json.WriteEndObject();
        json.WriteStartArray("publicRecords");
        foreach (var record in plan?.Records ?? [])
        {
            json.WriteStartObject();
            json.WriteString("name", record.Name);
            json.WriteString("type", record.Type);
            json.WriteStartArray("values");
            foreach (var value in record.Values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
            json.WriteString("purpose", record.Purpose);
            json.WriteBoolean("created", record.IsCreated);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
