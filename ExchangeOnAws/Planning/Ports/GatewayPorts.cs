namespace ExchangeOnAws.Planning;

/// <summary>How administrators get in: to RD Gateway, and from there to the servers.</summary>
internal static class GatewayPorts
{
    private static readonly Tier[] s_desktops =
        [Tier.DomainController, Tier.ExistingDomain, Tier.Mailbox, Tier.Witness, Tier.Edge];

    public static IEnumerable<PortRule> Rules =>
    [
        new(Tier.Administrators, Tier.Gateway, "tcp", "443", "RD Gateway over HTTPS"),
        new(Tier.Administrators, Tier.Gateway, "udp", "3391", "RD Gateway over UDP"),
        .. s_desktops.Select(desktop =>
            new PortRule(Tier.Gateway, desktop, "tcp", "3389", "Remote desktop from the gateway")),
    ];
}
