using System.Net;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>The Active Directory domain that all servers but Edge join.</summary>
public sealed record DirectoryPlan
{
    public required string DomainName { get; init; }

    public required string NetBiosName { get; init; }

    public required string SiteName { get; init; }

    /// <summary>The domain controllers that are created; none with an existing domain.</summary>
    public required IReadOnlyList<HostPlan> DomainControllers { get; init; }

    /// <summary>Addresses that answer DNS for the domain, in the order in which servers ask them.</summary>
    public required IReadOnlyList<IPAddress> DnsServers { get; init; }

    public required bool IsExisting { get; init; }

    internal static DirectoryPlan From(StackSettings settings, IEnumerable<HostPlan> hosts)
    {
        var directory = settings.Directory;
        HostPlan[] controllers = [.. hosts.Where(host => host.Role == HostRole.DomainController)];
        return new DirectoryPlan
        {
            DomainName = directory.DomainName,
            NetBiosName = directory.NetBiosName ?? directory.DomainName.Split('.')[0].ToUpperInvariant(),
            SiteName = directory.SiteName ?? settings.Region,
            DomainControllers = controllers,
            DnsServers = directory.Existing?.DomainControllerAddresses
                ?? [.. controllers.Select(host => host.PrivateIp).OfType<IPAddress>()],
            IsExisting = directory.Existing is not null,
        };
    }
}
