using ExchangeOnAws.Settings;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Planning;

/// <summary>A port of the network load balancer, passed through to the members as it is.</summary>
/// <param name="Port">The TCP port, the same on both sides.</param>
/// <param name="Purpose">What comes in there.</param>
/// <param name="IsWebHealth">
/// The members' HTTPS health page says whether they serve it: it goes away in maintenance, when SMTP still
/// listens and turns mail away. Otherwise an open port has to do.
/// </param>
public sealed record ListenerPlan(int Port, string Purpose, bool IsWebHealth);

/// <summary>A protocol of Exchange over HTTPS, by its virtual directory.</summary>
/// <param name="Name">One word, for example owa.</param>
/// <param name="Directory">The virtual directory, for example /owa.</param>
/// <param name="Spellings">
/// How clients spell it: to the application load balancer the case of letters matters, to Exchange it does
/// not.
/// </param>
public sealed record ProtocolPlan(string Name, string Directory, IReadOnlyList<string> Spellings)
{
    /// <summary>The page that Managed Availability serves while the protocol is healthy.</summary>
    public string HealthPath => $"{Directory}/healthcheck.htm";

    /// <summary>What a listener rule matches.</summary>
    public IEnumerable<string> Patterns => Spellings.Select(spelling => $"{spelling}*");

    /// <summary>The protocols, the one for everything else first.</summary>
    public static IReadOnlyList<ProtocolPlan> All { get; } =
    [
        new("owa", "/owa", ["/owa", "/OWA"]),
        new("ecp", "/ecp", ["/ecp", "/ECP"]),
        new("ews", "/ews", ["/EWS", "/ews", "/Ews"]),
        new("mapi", "/mapi", ["/mapi", "/MAPI"]),
        new("oab", "/oab", ["/OAB", "/oab"]),
        new("eas", "/Microsoft-Server-ActiveSync",
            ["/Microsoft-Server-ActiveSync", "/microsoft-server-activesync"]),
        new("discover", "/autodiscover", ["/Autodiscover", "/autodiscover", "/AutoDiscover"]),
        new("rpc", "/rpc", ["/rpc", "/RPC"]),
    ];
}

/// <summary>How clients reach the members: namespace, load balancers, certificate.</summary>
public sealed record ClientAccessPlan
{
    /// <summary>The page that decides whether a member gets clients.</summary>
    public static ProtocolPlan HealthCheck => ProtocolPlan.All[0];

    public required string Namespace { get; init; }

    public required string AutodiscoverName { get; init; }

    /// <summary>The names that lead to the load balancer.</summary>
    public IReadOnlyList<string> Names =>
        [.. new[] { Namespace, AutodiscoverName }.Distinct(StringComparer.OrdinalIgnoreCase)];

    public required bool IsInternetFacing { get; init; }

    public required bool IsCrossZone { get; init; }

    public required int IdleTimeoutSeconds { get; init; }

    /// <summary>Listeners of the network load balancer; 443 first.</summary>
    public required IReadOnlyList<ListenerPlan> Listeners { get; init; }

    /// <summary>The members behind both load balancers.</summary>
    public required IReadOnlyList<HostPlan> Members { get; init; }

    /// <summary>There is an application load balancer.</summary>
    public required bool HasApplicationLoadBalancer { get; init; }

    /// <summary>Its certificate in ACM; null when one is requested for the namespace.</summary>
    public required string? LoadBalancerCertificateArn { get; init; }

    public required string? CertificateSecretArn { get; init; }

    /// <summary>The members' certificate in ACM, which they fetch; null for a PFX, or for none.</summary>
    public required string? CertificateArn { get; init; }

    /// <summary>One certificate is given for all members.</summary>
    public bool HasCertificate => CertificateSecretArn is not null || CertificateArn is not null;

    // ACM user guide, "Managed certificate renewal" (2026): it renews 45 days before the end; public ones
    // last 198 days.
    private const int RenewalDays = 45;

    // ACM may take days for a renewal and goes on trying; members fetch what it has every day.
    private const int RenewalTakesDays = 15;

    // What it takes to order a certificate elsewhere and to bring it.
    private const int OrderTakesDays = 30;

    /// <summary>
    /// Days before its end at which an alarm says that the members' certificate has not been renewed: when
    /// there is something to do, and time to do it.
    /// </summary>
    public int CertificateWarningDays =>
        CertificateArn is not null ? RenewalDays - RenewalTakesDays : OrderTakesDays;

    public required string? CertificatePasswordSecretArn { get; init; }

    /// <summary>The Route 53 zone that receives records; null for none.</summary>
    public required string? HostedZoneId { get; init; }

    internal static ClientAccessPlan From(ClientAccessSettings settings, IReadOnlyList<HostPlan> members) =>
        new()
        {
            // ACM and Route 53 write names in small letters.
            Namespace = settings.Namespace.ToLowerInvariant(),
            AutodiscoverName = (settings.AutodiscoverName
                ?? $"autodiscover.{DomainNames.ParentOf(settings.Namespace)}").ToLowerInvariant(),
            IsInternetFacing = settings.InternetFacing,
            IsCrossZone = settings.CrossZone,
            IdleTimeoutSeconds = settings.IdleTimeoutSeconds,
            Listeners =
            [
                new(443, "HTTPS: Outlook, mobile devices, browsers", IsWebHealth: true),
                .. settings.ExtraPorts
                    .Where(ClientAccessPorts.ExtraListeners.ContainsKey)
                    .Distinct()
                    .Order()
                    .Select(port =>
                        new ListenerPlan(
                            port, ClientAccessPorts.ExtraListeners[port], IsWebHealth: port is 25 or 587)),
            ],
            Members = members,
            HasApplicationLoadBalancer = settings.ApplicationLoadBalancer is not null,
            LoadBalancerCertificateArn = settings.ApplicationLoadBalancer?.CertificateArn,
            CertificateSecretArn = settings.CertificateSecretArn,
            CertificateArn = settings.CertificateArn,
            CertificatePasswordSecretArn = settings.CertificatePasswordSecretArn,
            HostedZoneId = settings.HostedZoneId,
        };
}
