using System.Globalization;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>
/// What servers reach outside: AWS services, updates, certificate revocation lists, a smart host.
/// </summary>
internal static class OutboundPorts
{
    private static readonly Tier[] s_servers =
        [Tier.DomainController, Tier.Gateway, Tier.Mailbox, Tier.Witness, Tier.Edge];

    public static IEnumerable<PortRule> Rules(StackSettings settings)
    {
        foreach (var server in s_servers)
        {
            yield return new(server, Tier.Endpoints, "tcp", "443", "AWS services through private endpoints");
            yield return new(server, Tier.Internet, "tcp", "443",
                "Updates, installation media, AWS services");
            yield return new(server, Tier.Internet, "tcp", "80", "Certificate revocation lists");
        }

        if (settings.MailFlow.SmartHost is { } smartHost)
        {
            var port = smartHost.Port.ToString(CultureInfo.InvariantCulture);
            yield return new(Tier.Mailbox, Tier.Internet, "tcp", port, "Mail through the smart host");
        }
        else if (settings.Edge.Servers == 0)
        {
            yield return new(Tier.Mailbox, Tier.Internet, "tcp", "25", "Mail to the internet");
        }
    }
}
