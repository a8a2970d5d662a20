using System.Net;

namespace ExchangeOnAws.Lookups;

/// <summary>Where a subnet's default route leads.</summary>
internal enum WayOut
{
    /// <summary>There is no default route.</summary>
    None,

    /// <summary>To an internet gateway: in and out for servers with a public address.</summary>
    InternetGateway,

    /// <summary>To a NAT gateway, a transit gateway, an appliance: out, and nothing comes in.</summary>
    Private,
}

/// <summary>A subnet as AWS knows it.</summary>
internal sealed record ExistingSubnet(
    string Id, string VpcId, string Zone, IPNetwork Cidr, int FreeAddresses, WayOut WayOut);

/// <summary>An existing VPC as AWS knows it.</summary>
/// <param name="ResolvesNames">Its own resolver answers (enableDnsSupport).</param>
/// <param name="NamesHosts">Hosts get names (enableDnsHostnames), which private endpoints need.</param>
/// <param name="Subnets">The subnets of the stack file that exist.</param>
/// <param name="Endpoints">AWS services that have an interface endpoint there, for example ssm.</param>
/// <param name="TakenAddresses">By host, the network interface of somebody else that has its address.</param>
internal sealed record ExistingNetwork(
    bool ResolvesNames, bool NamesHosts, IReadOnlyList<ExistingSubnet> Subnets,
    IReadOnlyList<string> Endpoints, IReadOnlyDictionary<string, string> TakenAddresses);
