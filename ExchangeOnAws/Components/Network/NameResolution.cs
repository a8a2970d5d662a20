using System.Net;
using ExchangeOnAws.Planning;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="NameResolution"/> needs.</summary>
public sealed class NameResolutionArgs : ResourceArgs
{
    public required DirectoryPlan Plan { get; init; }

    public required Input<string> VpcId { get; init; }

    public required ResourceTags Tags { get; init; }

    /// <summary>What must have happened before the domain controllers are asked.</summary>
    public required IReadOnlyList<Resource> Ready { get; init; }
}

/// <summary>
/// DHCP options that send every server of the VPC to the domain controllers for names. Created after the
/// domain controllers answer: servers that start earlier use the VPC's own resolver.
/// </summary>
public sealed class NameResolution : ComponentResource
{
    // Point-to-point node: names are asked of servers, never broadcast, which a VPC does not carry.
    private const string NetbiosNodeType = "2";

    public NameResolution(string name, NameResolutionArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:NameResolution", name, args, options)
    {
        var dhcpOptions = CreateDhcpOptions(name, args);
        Associate(name, args, dhcpOptions);
        RegisterOutputs();
    }

    private Ec2.VpcDhcpOptions CreateDhcpOptions(string name, NameResolutionArgs args) =>
        new($"{name}-dhcp-options", new Ec2.VpcDhcpOptionsArgs
        {
            DomainName = args.Plan.DomainName,
            DomainNameServers = Addresses(args.Plan.DnsServers),
            NetbiosNameServers = Addresses(args.Plan.DnsServers),
            NetbiosNodeType = NetbiosNodeType,
            NtpServers = DirectoryPlan.TimeServer,
            Tags = args.Tags.Named("dhcp-options"),
        }, new CustomResourceOptions { Parent = this });

    private void Associate(string name, NameResolutionArgs args, Ec2.VpcDhcpOptions dhcpOptions) =>
        _ = new Ec2.VpcDhcpOptionsAssociation($"{name}-vpc", new Ec2.VpcDhcpOptionsAssociationArgs
        {
            VpcId = args.VpcId,
            DhcpOptionsId = dhcpOptions.Id,
        }, new CustomResourceOptions { Parent = this, DependsOn = args.Ready.ToArray() });

    private static string[] Addresses(IEnumerable<IPAddress> servers) =>
        [.. servers.Select(server => server.ToString())];
}
