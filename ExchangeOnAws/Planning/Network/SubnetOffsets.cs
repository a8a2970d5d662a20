using System.Net;

namespace ExchangeOnAws.Planning;

/// <summary>
/// Where in a subnet the hosts stand, as distances from its first address. What AWS hands out by itself
/// (endpoints, load balancers, gateways) must not take a host's address first, so the blocks that hold hosts
/// are reserved.
/// </summary>
/// <param name="Hosts">Distance of the first host of each kind.</param>
/// <param name="Reserved">Blocks kept for hosts: distance and prefix length.</param>
internal sealed record SubnetOffsets(
    IReadOnlyDictionary<HostRole, int> Hosts, IReadOnlyList<(int Offset, int Prefix)> Reserved)
{
    // From /24 up there is room for the addresses that the guide's templates use: .10, .100, .200.
    private static readonly SubnetOffsets s_roomyPrivate = new(
        new Dictionary<HostRole, int>
        {
            [HostRole.DomainController] = 10,
            [HostRole.Mailbox] = 100,
            [HostRole.Witness] = 200,
        },
        [(8, 29), (96, 28), (200, 29)]);

    // A /27 has 27 usable addresses: eleven hosts at most, then endpoints and load balancers.
    private static readonly SubnetOffsets s_compactPrivate = new(
        new Dictionary<HostRole, int>
        {
            [HostRole.DomainController] = 4,
            [HostRole.Witness] = 5,
            [HostRole.Mailbox] = 7,
        },
        [(4, 30), (8, 29)]);

    private static readonly SubnetOffsets s_roomyPublic = new(
        new Dictionary<HostRole, int> { [HostRole.Edge] = 12 }, [(12, 30)]);

    private static readonly SubnetOffsets s_compactPublic = new(
        new Dictionary<HostRole, int> { [HostRole.Edge] = 8 }, [(8, 30)]);

    public static SubnetOffsets Of(SubnetTier tier, IPNetwork block) => tier switch
    {
        SubnetTier.Private => block.PrefixLength <= 24 ? s_roomyPrivate : s_compactPrivate,
        SubnetTier.Public => block.PrefixLength <= 27 ? s_roomyPublic : s_compactPublic,
        _ => throw new ArgumentOutOfRangeException(
            nameof(tier), tier, "Hosts stand in private and public subnets."),
    };
}
