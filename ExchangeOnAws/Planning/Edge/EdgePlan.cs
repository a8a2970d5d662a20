using ExchangeOnAws.Settings;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Planning;

/// <summary>The Edge Transport servers: workgroup members between the internet and the members.</summary>
public sealed record EdgePlan
{
    /// <summary>The VPC's own resolver: Edge servers must not ask the domain controllers.</summary>
    public const string Resolver = "169.254.169.253";

    /// <summary>The servers; none when Edge Transport is left out.</summary>
    public required IReadOnlyList<HostPlan> Servers { get; init; }

    /// <summary>Their primary DNS suffix, which setup fixes.</summary>
    public required string DnsSuffix { get; init; }

    public required ImagePlan Image { get; init; }

    /// <summary>The system volume of a server, in GiB.</summary>
    public required int RootVolumeGiB { get; init; }

    /// <summary>Only some networks deliver mail, those of a filter in front.</summary>
    public required bool IsFiltered { get; init; }

    /// <summary>Their public addresses have names.</summary>
    public required bool HasReverseNames { get; init; }

    /// <summary>The server's name with its suffix: EDGEA1.example.com.</summary>
    public string FullNameOf(HostPlan server) => $"{server.Name}.{DnsSuffix}";

    /// <summary>The same as DNS writes it: edgea1.example.com.</summary>
    public string PublicNameOf(HostPlan server) => FullNameOf(server).ToLowerInvariant();

    /// <summary>Names and addresses by which members find the servers.</summary>
    public IReadOnlyList<string> Records =>
        [.. Servers.Select(server => $"{FullNameOf(server)}={server.PrivateIp}")];

    internal static EdgePlan From(StackSettings settings, IEnumerable<HostPlan> hosts)
    {
        var edge = settings.Edge;
        return new EdgePlan
        {
            Servers = [.. hosts.Where(host => host.Role == HostRole.Edge).DistinctBy(host => host.Name)],
            DnsSuffix = edge.DnsSuffix ?? DomainNames.ParentOf(settings.ClientAccess.Namespace),
            Image = ImagePlan.Of(settings.Mailbox.WindowsVersion, edge.AmiId),
            RootVolumeGiB = edge.RootVolumeGiB,
            IsFiltered = edge.SmtpCidrs is not null,
            HasReverseNames = edge.Servers > 0 && (edge.ReverseDns ?? MailFlowPlan.PublishesEdge(settings)),
        };
    }
}
