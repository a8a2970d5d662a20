using System.Collections.Immutable;
using ExchangeOnAws.Planning;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="EdgeTransport"/> needs.</summary>
public sealed class EdgeTransportArgs : ResourceArgs
{
    public required EdgePlan Plan { get; init; }

    public required ServerSurroundings Surroundings { get; init; }
}

/// <summary>
/// Edge Transport servers in the public subnets, each with an Elastic IP; no right and no way into the
/// domain.
/// </summary>
public sealed class EdgeTransport : ComponentResource
{
    // Where DHCP names the domain controllers, which Edge servers must not ask, the agent would find Systems
    // Manager by no name, and so no step would reach the server.
    private const string FirstStart = "<powershell>Get-NetAdapter -Physical | Set-DnsClientServerAddress "
        + $"-ServerAddresses {EdgePlan.Resolver}</powershell>";

    public EdgeTransport(string name, EdgeTransportArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:EdgeTransport", name, args, options)
    {
        Addresses = args.Plan.Servers.ToImmutableDictionary(
            host => host.Name, host => CreateAddress(name, host, args.Surroundings));
        Role = args.Surroundings.CreateRole(
            this, name, HostRole.Edge, [.. args.Surroundings.ReadGivenMedia()]);
        var image = MachineImage.IdOf(args.Plan.Image);
        Servers = args.Plan.Servers.ToImmutableDictionary(
            host => host.Name,
            host => args.Surroundings.CreateServer(this, name, host, new ServerShape(
                image, args.Plan.RootVolumeGiB, [], Role, FirstStart)));
        InstanceIds = args.Plan.Servers.ToImmutableDictionary(
            host => host.Name, host => Associate(name, host).InstanceId);
        RegisterOutputs();
    }

    /// <summary>The role of the servers.</summary>
    public ServerRole Role { get; }

    /// <summary>The public addresses by host name.</summary>
    public ImmutableDictionary<string, Ec2.Eip> Addresses { get; }

    /// <summary>The servers by host name.</summary>
    public ImmutableDictionary<string, Server> Servers { get; }

    /// <summary>
    /// The instances by host name, known once each has its public address and so a way out.
    /// </summary>
    public ImmutableDictionary<string, Output<string>> InstanceIds { get; }

    private Ec2.Eip CreateAddress(string name, HostPlan host, ServerSurroundings surroundings) =>
        new($"{name}-address-{host.Name.ToLowerInvariant()}", new Ec2.EipArgs
        {
            Domain = "vpc",
            Tags = surroundings.Tags.Named($"edge-{host.Name}"),
        }, new CustomResourceOptions
        {
            Parent = this,

            // Receivers know the address by its reputation and its name, and another one by neither.
            Protect = surroundings.Plan.Settings.Protection.DeletionProtection,
            DependsOn = surroundings.Network.InternetGateway is { } internet ? internet : [],
        });

    private Ec2.EipAssociation Associate(string name, HostPlan host) =>
        new($"{name}-association-{host.Name.ToLowerInvariant()}", new Ec2.EipAssociationArgs
        {
            AllocationId = Addresses[host.Name].AllocationId,
            InstanceId = Servers[host.Name].InstanceId,
        }, new CustomResourceOptions { Parent = this });
}
