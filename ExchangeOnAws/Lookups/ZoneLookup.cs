using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;
using Pulumi.Aws.Route53;

namespace ExchangeOnAws.Lookups;

/// <summary>Asks Route 53 whether its zones hold the names that the deployment writes.</summary>
internal static class ZoneLookup
{
    private const string MailZone = "mailFlow.publicHostedZoneId";

    public static async Task<IReadOnlyList<Finding>> Read(DeploymentPlan plan)
    {
        var findings = await Task.WhenAll(Asked(plan).Select(async zone =>
            await Finding(zone.Key, zone.Id, zone.Names)));
        return [.. findings.OfType<Finding>()];
    }

    private static IEnumerable<(string Key, string Id, IReadOnlyList<string> Names)> Asked(
        DeploymentPlan plan)
    {
        if (plan.ClientAccess.HostedZoneId is { } clients)
        {
            yield return ("clientAccess.hostedZoneId", clients, plan.ClientAccess.Names);
        }

        if (plan.MailFlow.PublicHostedZoneId is { } mail)
        {
            yield return (MailZone, mail,
                [.. plan.MailFlow.Published.Select(record => record.Name).Distinct()]);
        }
    }

    private static async Task<Finding?> Finding(string key, string id, IReadOnlyList<string> names)
    {
        GetZoneResult zone;
        try
        {
            zone = await GetZone.InvokeAsync(new GetZoneArgs { ZoneId = id });
        }
        catch (Exception exception)
        {
            return AwsFindings.IsNotFound(exception)
                ? Findings.Finding.Error(key, $"{key} names {id}, which Route 53 does not show: "
                    + $"{AwsFindings.TextOf(exception)}. Correct the id, or the account of this stack.")
                : AwsFindings.NotLookedUp(key, id, exception);
        }

        var domain = zone.Name.TrimEnd('.');
        string[] outside = [.. names.Where(name => !DomainNames.IsWithin(name, domain))];
        return (zone.PrivateZone, outside.Length) switch
        {
            (true, _) when key == MailZone => Findings.Finding.Error(key, $"{key} {id} is a private zone, "
                + "which the internet does not ask. Use the public zone of the domain."),
            (_, > 0) => Findings.Finding.Error(key, $"{key} {id} is the zone {domain}, which cannot hold "
                + $"{string.Join(", ", outside)}. Use the zone of that domain, or remove {key} and publish "
                + "the records yourself."),
            _ => null,
        };
    }
}
