namespace ExchangeOnAws.Planning;

/// <summary>
/// What a domain member needs of a domain controller (Microsoft, "Configure firewall for Active Directory
/// domains and trusts", 2026).
/// </summary>
internal static class DirectoryPorts
{
    /// <summary>Ports of RPC since Windows Server 2008.</summary>
    public const string DynamicRpc = "49152-65535";

    private static readonly (string Protocol, string Ports, string Purpose)[] s_member =
    [
        ("tcp", "53", "DNS"),
        ("udp", "53", "DNS"),
        ("tcp", "88", "Kerberos"),
        ("udp", "88", "Kerberos"),
        ("udp", "123", "Time"),
        ("tcp", "135", "RPC endpoint mapper"),
        ("tcp", "389", "LDAP"),
        ("udp", "389", "Domain controller locator"),
        ("tcp", "445", "SYSVOL and group policy"),
        ("tcp", "464", "Kerberos password change"),
        ("udp", "464", "Kerberos password change"),
        ("tcp", "636", "LDAP over TLS"),
        ("tcp", "3268-3269", "Global catalogue"),
        ("tcp", "9389", "Active Directory web services"),
        ("tcp", DynamicRpc, "RPC, dynamic ports"),
    ];

    private static readonly Tier[] s_members = [Tier.Gateway, Tier.Witness];

    public static IEnumerable<PortRule> Rules =>
    [
        new(Tier.DomainController, Tier.DomainController, PortRule.All, PortRule.All,
            "Replication and trust"),
        .. s_members.SelectMany(member => MemberOf(member, Tier.DomainController)),
        .. s_members.SelectMany(member => MemberOf(member, Tier.ExistingDomain)),
    ];

    private static IEnumerable<PortRule> MemberOf(Tier member, Tier directory) =>
        s_member.Select(port => new PortRule(member, directory, port.Protocol, port.Ports, port.Purpose));
}
