using System.Globalization;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>How clients, and the servers themselves, reach Exchange by its namespace.</summary>
internal static class ClientAccessPorts
{
    /// <summary>The listeners that can be asked for beside 443, and what each is for.</summary>
    public static IReadOnlyDictionary<int, string> ExtraListeners { get; } = new Dictionary<int, string>
    {
        [25] = "SMTP from clients and devices",
        [587] = "SMTP submission",
        [993] = "IMAP over TLS",
        [995] = "POP over TLS",
    };

    public static IEnumerable<PortRule> Rules(ClientAccessSettings settings) =>
    [
        .. Through(Tier.Clients, "443", "HTTPS: Outlook, mobile devices, browsers"),
        .. settings.ExtraPorts.Where(ExtraListeners.ContainsKey).Distinct().Order().SelectMany(port =>
            Through(Tier.Clients, port.ToString(CultureInfo.InvariantCulture), ExtraListeners[port])),

        // Exchange calls its own namespace, and administrators open the admin center from the gateway.
        new(Tier.Mailbox, Tier.NetworkLoadBalancer, "tcp", "443", "Exchange calling its own namespace"),
        new(Tier.Gateway, Tier.NetworkLoadBalancer, "tcp", "443", "Exchange admin center from the gateway"),
        new(Tier.Clients, Tier.ApplicationLoadBalancer, "tcp", "443", "HTTPS by protocol path"),
        new(Tier.Clients, Tier.ApplicationLoadBalancer, "tcp", "80", "Redirect to HTTPS"),
        new(Tier.Gateway, Tier.ApplicationLoadBalancer, "tcp", "443",
            "Exchange admin center from the gateway"),
        new(Tier.Mailbox, Tier.ApplicationLoadBalancer, "tcp", "443",
            "Proof that its certificate is that of the members"),
        new(Tier.ApplicationLoadBalancer, Tier.Mailbox, "tcp", "443",
            "HTTPS and health checks by protocol path"),
    ];

    private static PortRule[] Through(Tier from, string port, string purpose) =>
    [
        new(from, Tier.NetworkLoadBalancer, "tcp", port, purpose),
        new(Tier.NetworkLoadBalancer, Tier.Mailbox, "tcp", port, purpose),
    ];
}
