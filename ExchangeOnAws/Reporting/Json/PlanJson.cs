using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ExchangeOnAws.Evaluation;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>
/// Writes a plan as JSON for machines and for diffs. Others read it: members are added, never renamed. The
/// same settings give the same bytes.
/// </summary>
public static class PlanJson
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        NewLine = "\n",

        // The document is data for programs, not a part of a page: ${network-vpc.id} stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document, with a line break at its end.</summary>
    public static async Task<string> Of(PlanReport report)
    {
        using var output = new MemoryStream();
        await using (var json = new Utf8JsonWriter(output, s_options))
        {
            json.WriteStartObject();
            json.WriteString("stack", report.Stack);
            WriteFindings(json, report);
            WriteHosts(json, report.Plan);
            WriteQuorum(json, report.Plan);
            WriteRecoveries(json, report.Plan);
            WriteDatabases(json, report.Plan);
            LoadBalancerJson.Write(json, report.Plan?.ClientAccess);
            MailFlowJson.Write(json, report.Plan?.MailFlow);
            WritePorts(json, report.Plan);
            WriteSecrets(json, report.Plan);
            WriteSteps(json, report.Plan);
            json.WriteNumber("criticalPathMinutes", report.Plan?.Steps.CriticalPathMinutes ?? 0);
            json.WriteNumber("guideOrderMinutes", report.Plan?.GuideOrderMinutes ?? 0);
            WriteStrings(
                json, "allowReplacement", report.Plan?.Settings.Protection.AllowReplacement ?? []);
            WriteResources(json, await report.Resources);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length);
    }

    private static void WriteFindings(Utf8JsonWriter json, PlanReport report)
    {
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("severity", Word(finding.Severity));
            json.WriteString("subject", finding.Subject);
            json.WriteString("message", finding.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteHosts(Utf8JsonWriter json, DeploymentPlan? plan)
    {
        json.WriteStartArray("hosts");
        foreach (var host in plan?.Hosts ?? [])
        {
            json.WriteStartObject();
            json.WriteString("name", host.Name);
            json.WriteString("role", Word(host.Role));
            json.WriteString("zone", host.Zone);
            json.WriteString("privateIp", host.PrivateIp?.ToString());
            json.WriteString("instanceType", host.InstanceType);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteQuorum(Utf8JsonWriter json, DeploymentPlan? plan)
    {
        json.WriteStartObject("quorum");
        json.WriteNumber("members", plan?.Cluster.Members.Count ?? 0);
        json.WriteString("witness", plan?.Cluster.Witness?.Name);
        json.WriteStartArray("failures");
        foreach (var failure in plan?.Failures ?? [])
        {
            json.WriteStartObject();
            WriteStrings(json, "lost", failure.Lost);
            json.WriteString("outcome", Word(failure.Outcome));
            if (plan!.RecoveryFrom(failure) is { } recovery)
            {
                json.WriteString("recovery", recovery.Name);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRecoveries(Utf8JsonWriter json, DeploymentPlan? plan)
    {
        json.WriteStartArray("recoveries");
        foreach (var recovery in plan?.Recoveries ?? [])
        {
            json.WriteStartObject();
            json.WriteString("name", recovery.Name);
            json.WriteString("confirmation", recovery.Confirmation);
            WriteStrings(json, "commands", recovery.Commands.Select(command => command.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDatabases(Utf8JsonWriter json, DeploymentPlan? plan)
    {
        json.WriteStartArray("databases");
        foreach (var database in plan?.Cluster.Databases ?? [])
        {
            json.WriteStartObject();
            json.WriteString("name", database.Name);
            WriteStrings(json, "copies", database.Copies.Select(copy => copy.Member));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePorts(Utf8JsonWriter json, DeploymentPlan? plan)
    {
        json.WriteStartArray("ports");
        foreach (var rule in plan?.Ports.Rules ?? [])
        {
            json.WriteStartObject();
            json.WriteString("from", Word(rule.From));
            json.WriteString("to", Word(rule.To));
            json.WriteString("protocol", rule.Protocol);
            json.WriteString("ports", rule.Ports);
            json.WriteString("purpose", rule.Purpose);
            WriteStrings(json, "fromCidrs", CidrsOf(plan!, rule.From));
            WriteStrings(json, "toCidrs", CidrsOf(plan!, rule.To));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSecrets(Utf8JsonWriter json, DeploymentPlan? plan)
    {
        json.WriteStartArray("secrets");
        foreach (var secret in plan?.Secrets ?? [])
        {
            json.WriteStartObject();
            json.WriteString("name", secret.Name);
            json.WriteString("userName", secret.UserName);
            json.WriteString("purpose", secret.Purpose);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSteps(Utf8JsonWriter json, DeploymentPlan? plan)
    {
        json.WriteStartArray("steps");
        foreach (var (step, start, isCritical) in plan?.Steps.Schedule ?? [])
        {
            json.WriteStartObject();
            json.WriteString("id", step.Id);
            json.WriteString("host", step.Target.Name);
            WriteStrings(json, "after", step.After);
            json.WriteNumber("start", start);
            json.WriteNumber("minutes", step.Minutes);
            json.WriteNumber("timeoutMinutes", step.TimeoutMinutes);
            json.WriteBoolean("critical", isCritical);
            json.WriteString("script", step.ShippedName);
            json.WriteStartObject("parameters");
            var arguments = step.Arguments.OrderBy(entry => entry.Key, StringComparer.Ordinal);
            foreach (var (name, argument) in arguments)
            {
                json.WriteString(name, argument.ToString());
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteResources(Utf8JsonWriter json, IReadOnlyList<PlannedResource> resources)
    {
        json.WriteStartArray("resources");
        foreach (var resource in resources)
        {
            json.WriteStartObject();
            json.WriteString("type", resource.Type);
            json.WriteString("name", resource.Name);
            json.WriteString("parent", resource.Parent);
            json.WritePropertyName("inputs");
            WriteValue(json, resource.Inputs);
            WriteStrings(json, "dependsOn", resource.DependsOn);
            json.WriteStartObject("options");
            json.WriteBoolean("protect", resource.Options.Protect);
            json.WriteBoolean("retainOnDelete", resource.Options.RetainOnDelete);
            WriteStrings(json, "ignoreChanges", resource.Options.IgnoreChanges);
            if (resource.Options.ReplaceOnChanges.Count > 0)
            {
                WriteStrings(json, "replaceOnChanges", resource.Options.ReplaceOnChanges);
            }

            if (resource.Options.DeleteBeforeReplace)
            {
                json.WriteBoolean("deleteBeforeReplace", true);
            }

            if (resource.Options.DeletedWith is { } deletedWith)
            {
                json.WriteString("deletedWith", deletedWith);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // The values that mocks receive: numbers are doubles, lists and maps are immutable collections.
    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case ImmutableArray<object> list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            case ImmutableDictionary<string, object> map:
                json.WriteStartObject();
                foreach (var (key, item) in map.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    json.WritePropertyName(key);
                    WriteValue(json, item);
                }

                json.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException(
                    $"A plan cannot show an input of type {value.GetType()}.");
        }
    }

    private static IEnumerable<string> CidrsOf(DeploymentPlan plan, Tier tier) =>
        plan.Ports.Outside.TryGetValue(tier, out IReadOnlyList<IPNetwork>? blocks)
            ? blocks.Select(block => block.ToString())
            : [];

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
