namespace ExchangeOnAws.Planning;

/// <summary>
/// Members, witness and domain controllers. Microsoft supports no filter between Exchange servers, nor
/// between Exchange and domain controllers ("Network ports for clients and mail flow in Exchange", 2026).
/// </summary>
internal static class ExchangePorts
{
    private static readonly Tier[] s_directories = [Tier.DomainController, Tier.ExistingDomain];

    public static IEnumerable<PortRule> Rules =>
    [
        Unfiltered(Tier.Mailbox, Tier.Mailbox, "Between members of the DAG"),
        .. s_directories.SelectMany(directory => new[]
        {
            Unfiltered(Tier.Mailbox, directory, "Exchange to domain controllers"),
            Unfiltered(directory, Tier.Mailbox, "Domain controllers to Exchange"),
        }),
        new(Tier.Mailbox, Tier.Witness, "tcp", "445", "Witness share"),
        new(Tier.Mailbox, Tier.Witness, "tcp", "135", "WMI and RPC: Exchange creates the witness share"),
        new(Tier.Mailbox, Tier.Witness, "tcp", DirectoryPorts.DynamicRpc, "RPC, dynamic ports"),
        new(Tier.Mailbox, Tier.Witness, "icmp", PortRule.All, "Reachability of the witness"),
        new(Tier.Witness, Tier.Mailbox, "tcp", "443", "The witness restarts while members are healthy"),
    ];

    private static PortRule Unfiltered(Tier from, Tier to, string purpose) =>
        new(from, to, PortRule.All, PortRule.All, purpose);
}
