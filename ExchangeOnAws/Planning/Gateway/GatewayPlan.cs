using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>The RD Gateway hosts, which Auto Scaling launches.</summary>
public sealed record GatewayPlan
{
    public required int Hosts { get; init; }

    /// <summary>What a host's name begins with; a hyphen and the end of its instance id follow.</summary>
    public required string NamePrefix { get; init; }

    public required string InstanceType { get; init; }

    /// <summary>
    /// How many hosts of a hundred stay while hosts are replaced;
    /// a new one needs the address of one that went.
    /// </summary>
    public int MinHealthyPercentage => Hosts > 1 ? 50 : 0;

    /// <summary>
    /// After how many seconds a new host counts as one: its first start and its steps, with time to spare.
    /// </summary>
    public const int WarmupSeconds = 45 * 60;

    public required ImagePlan Image { get; init; }

    public required int RootVolumeGiB { get; init; }

    /// <summary>The name that clients use and that a self-signed certificate is made for.</summary>
    public required string DnsName { get; init; }

    public required string UsersGroup { get; init; }

    /// <summary>The certificate as PFX, and its password; null for a self-signed one.</summary>
    public required string? CertificateSecretArn { get; init; }

    public required string? CertificatePasswordSecretArn { get; init; }

    internal static GatewayPlan From(StackSettings settings) => new()
    {
        Hosts = settings.Gateway.Hosts,
        NamePrefix = settings.Gateway.NamePrefix.ToUpperInvariant(),
        InstanceType = settings.Gateway.InstanceType,
        Image = ImagePlan.Of(settings.Gateway.WindowsVersion, settings.Gateway.AmiId),
        RootVolumeGiB = settings.Gateway.RootVolumeGiB,
        DnsName = settings.Gateway.DnsName ?? $"rdgw.{settings.Directory.DomainName}",
        UsersGroup = settings.Gateway.UsersGroup,
        CertificateSecretArn = settings.Gateway.CertificateSecretArn,
        CertificatePasswordSecretArn = settings.Gateway.CertificatePasswordSecretArn,
    };
}
