using System.Collections.Immutable;
using ExchangeOnAws.Planning;
using Pulumi;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="ActiveDirectory"/> needs.</summary>
public sealed class ActiveDirectoryArgs : ResourceArgs
{
    public required DirectoryPlan Plan { get; init; }

    public required IReadOnlyList<VolumePlan> Volumes { get; init; }

    public required ServerSurroundings Surroundings { get; init; }
}

/// <summary>The domain controllers of a new forest, one per zone.</summary>
public sealed class ActiveDirectory : ComponentResource
{
    public ActiveDirectory(string name, ActiveDirectoryArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:ActiveDirectory", name, args, options)
    {
        Role = args.Surroundings.CreateRole(this, name, HostRole.DomainController, []);
        var image = MachineImage.IdOf(args.Plan.Image);
        Servers = args.Plan.DomainControllers.ToImmutableDictionary(
            host => host.Name,
            host => args.Surroundings.CreateServer(this, name, host, new ServerShape(
                image, args.Plan.RootVolumeGiB,
                [.. args.Volumes.Where(volume => volume.Host == host.Name)], Role)));
        RegisterOutputs();
    }

    /// <summary>The role of the servers.</summary>
    public ServerRole Role { get; }

    /// <summary>The servers by host name.</summary>
    public ImmutableDictionary<string, Server> Servers { get; }
}
