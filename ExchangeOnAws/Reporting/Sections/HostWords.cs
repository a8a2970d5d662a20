using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>How reports speak of hosts.</summary>
internal static class HostWords
{
    public static string Words(this HostRole role) => role switch
    {
        HostRole.DomainController => "domain controller",
        HostRole.Gateway => "RD Gateway",
        HostRole.Mailbox => "mailbox member",
        HostRole.Witness => "witness",
        HostRole.Edge => "Edge Transport",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "This role has no name."),
    };

    public static string AddressWords(this HostPlan host) =>
        host.PrivateIp?.ToString() ?? "by Auto Scaling";
}
