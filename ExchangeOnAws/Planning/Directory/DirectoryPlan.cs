using System.Net;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Planning;

/// <summary>The Active Directory domain that all servers but Edge join.</summary>
public sealed record DirectoryPlan
{
    /// <summary>
    /// Amazon Time Sync, reachable from every instance without a route (EC2 user guide, "Set the time").
    /// </summary>
    public const string TimeServer = "169.254.169.123";

    public required string DomainName { get; init; }

    public required string NetBiosName { get; init; }

    public required string SiteName { get; init; }

    /// <summary>The domain controllers that are created; none with an existing domain.</summary>
    public required IReadOnlyList<HostPlan> DomainControllers { get; init; }

    /// <summary>Addresses that answer DNS for the domain, in the order in which servers ask them.</summary>
    public required IReadOnlyList<IPAddress> DnsServers { get; init; }

    public required bool IsExisting { get; init; }

    /// <summary>The account that administers the domain.</summary>
    public required string AdministratorName { get; init; }

    /// <summary>Distinguished name of the unit that holds the servers' computer accounts.</summary>
    public required string OrganizationalUnit { get; init; }

    /// <summary>The group whose members may use RD Gateway; empty when there is no gateway.</summary>
    public required string GatewayUsersGroup { get; init; }

    /// <summary>The image of the domain controllers.</summary>
    public required ImagePlan Image { get; init; }

    /// <summary>The system volume of a domain controller, in GiB.</summary>
    public required int RootVolumeGiB { get; init; }

    /// <summary>
    /// A name that the name servers of an existing domain must resolve before servers depend on them: that of
    /// Systems Manager. Empty for a new forest, whose servers forward to the VPC's resolver.
    /// </summary>
    public required string MustResolve { get; init; }

    /// <summary>The host's name with the domain's: EXA1.corp.example.com.</summary>
    public string FullNameOf(HostPlan host) => $"{host.Name}.{DomainName}";

    internal static DirectoryPlan From(StackSettings settings, IEnumerable<HostPlan> hosts)
    {
        var directory = settings.Directory;
        HostPlan[] controllers =
            [.. hosts.Where(host => host.Role == HostRole.DomainController).DistinctBy(host => host.Name)];
        return new DirectoryPlan
        {
            DomainName = directory.DomainName,
            NetBiosName = directory.NetBiosName ?? directory.DomainName.Split('.')[0].ToUpperInvariant(),
            SiteName = directory.SiteName ?? settings.Region,
            DomainControllers = controllers,
            DnsServers = directory.Existing?.DomainControllerAddresses
                ?? [.. controllers.Select(host => host.PrivateIp).OfType<IPAddress>()],
            IsExisting = directory.Existing is not null,
            AdministratorName = directory.AdministratorName,
            OrganizationalUnit =
                $"OU={directory.OrganizationalUnit},{DistinguishedName(directory.DomainName)}",
            GatewayUsersGroup = settings.Gateway.Hosts > 0 ? settings.Gateway.UsersGroup : "",
            Image = ImagePlan.Of(directory.WindowsVersion, directory.AmiId),
            RootVolumeGiB = directory.RootVolumeGiB,
            MustResolve = directory.Existing is null
                ? ""
                : AwsPartition.Of(settings.Region).Endpoint("ssm", settings.Region),
        };
    }

    private static string DistinguishedName(string domainName) =>
        string.Join(',', domainName.Split('.').Select(label => $"DC={label}"));
}
