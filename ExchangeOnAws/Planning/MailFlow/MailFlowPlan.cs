using ExchangeOnAws.Settings;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Planning;

/// <summary>Which mail is ours, and how other mail leaves.</summary>
public sealed record MailFlowPlan
{
    /// <summary>Mail domains of the organisation, the default one first.</summary>
    public required IReadOnlyList<string> AcceptedDomains { get; init; }

    /// <summary>The largest message in MiB.</summary>
    public required int MaximumMessageMiB { get; init; }

    /// <summary>The relay for outgoing mail; null for delivery by MX on port 25.</summary>
    public required SmartHostSettings? SmartHost { get; init; }

    /// <summary>
    /// The subscription makes the connectors to the internet; otherwise the members send by their own.
    /// </summary>
    public required bool LeavesByEdge { get; init; }

    /// <summary>The public zone that receives records; null for none.</summary>
    public required string? PublicHostedZoneId { get; init; }

    /// <summary>What has to be in public DNS.</summary>
    public required IReadOnlyList<PublicRecord> Records { get; init; }

    /// <summary>The records that the deployment writes into the public zone.</summary>
    public IEnumerable<PublicRecord> Published =>
        Records.Where(record => record is { IsCreated: true, Type: "A" or "MX" or "TXT" });

    /// <summary>The names of the Edge servers lie in the zone that the deployment writes to.</summary>
    internal static bool PublishesEdge(StackSettings settings) =>
        settings.MailFlow.PublicHostedZoneId is not null
        && IsPublished(settings, settings.Edge.DnsSuffix
            ?? DomainNames.ParentOf(settings.ClientAccess.Namespace));

    internal static MailFlowPlan From(
        StackSettings settings, NetworkPlan network, EdgePlan edge, ClientAccessPlan access)
    {
        var mail = settings.MailFlow;
        var records = new PublicRecords(
            mail.SmartHost, edge, access, network, DomainsOf(settings),
            name => mail.PublicHostedZoneId is not null && IsPublished(settings, name),
            mail.PublishMx, mail.PublishSpf);
        return new MailFlowPlan
        {
            AcceptedDomains = DomainsOf(settings),
            MaximumMessageMiB = mail.MaximumMessageMiB,
            SmartHost = mail.SmartHost,
            LeavesByEdge = edge.Servers.Count > 0 && mail.SmartHost is null,
            PublicHostedZoneId = mail.PublicHostedZoneId,
            Records = [.. records.Plan()],
        };
    }

    // The id of a zone does not tell its name; the setting is the zone of the first accepted domain.
    private static bool IsPublished(StackSettings settings, string name) =>
        DomainNames.IsWithin(name, DomainsOf(settings)[0]);

    private static IReadOnlyList<string> DomainsOf(StackSettings settings) =>
        settings.MailFlow.AcceptedDomains ?? [DomainNames.ParentOf(settings.ClientAccess.Namespace)];
}
