namespace ExchangeOnAws.Planning;

/// <summary>
/// Edge Transport: mail from the internet to the members, and the subscription; no way to the domain.
/// </summary>
internal static class EdgePorts
{
    public static IEnumerable<PortRule> Rules =>
    [
        new(Tier.SmtpSenders, Tier.Edge, "tcp", "25", "Mail from the internet"),
        new(Tier.Edge, Tier.Internet, "tcp", "25", "Mail to the internet"),
        new(Tier.Edge, Tier.Mailbox, "tcp", "25", "Mail from Edge to the organisation"),
        new(Tier.Mailbox, Tier.Edge, "tcp", "25", "Mail from the organisation to Edge"),
        new(Tier.Mailbox, Tier.Edge, "tcp", "50636", "Edge synchronisation (LDAP over TLS)"),
    ];
}
