using System.Net;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Tests.Support;

/// <summary>Deployments that are right in every respect; a test changes what it is about.</summary>
internal static class Plans
{
    public const string Region = "eu-west-1";

    public const string Secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:mail-AbCdEf";

    public const string Certificate =
        "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";

    /// <summary>Two zones and no optional part beside two gateway hosts.</summary>
    public static StackSettings TwoZoneSettings { get; } = new()
    {
        Region = Region,
        NativeRegion = Region,
        Network = new() { Zones = ["eu-west-1a", "eu-west-1b"] },
        Directory = new() { DomainName = "corp.example.com" },
        Gateway = new() { AllowedCidrs = [IPNetwork.Parse("203.0.113.0/24")] },
        Mailbox = new() { Media = new() { Sha256 = new string('a', 64) } },
        ClientAccess = new()
        {
            Namespace = "mail.example.com",
            CertificateSecretArn = Secret,
            CertificatePasswordSecretArn = Secret,
        },
        MailFlow = new()
        {
            SmartHost = new() { Host = "email-smtp.eu-west-1.amazonaws.com", CredentialsSecretArn = Secret },
        },
    };

    /// <summary>Three zones with every optional part.</summary>
    public static StackSettings ThreeZoneSettings { get; } = TwoZoneSettings with
    {
        Network = new() { Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"] },
        ClientAccess = TwoZoneSettings.ClientAccess with
        {
            ExtraPorts = [587, 993],
            ApplicationLoadBalancer = new() { CertificateArn = Certificate },
        },
        Edge = new() { Servers = 2 },
    };

    /// <summary>An existing VPC with public subnets.</summary>
    public static NetworkSettings ExistingVpc { get; } = new()
    {
        Zones = ["eu-west-1a", "eu-west-1b"],
        VpcId = "vpc-0a1b2c3d4e5f67890",
        PrivateSubnetIds = ["subnet-0a1b2c3d4e5f67890", "subnet-1a1b2c3d4e5f67890"],
        PrivateSubnetCidrs = Blocks("10.20.0.0/24", "10.20.1.0/24"),
        PublicSubnetIds = ["subnet-2a1b2c3d4e5f67890", "subnet-3a1b2c3d4e5f67890"],
        PublicSubnetCidrs = Blocks("10.20.8.0/26", "10.20.8.64/26"),
    };

    /// <summary>A domain that is there already.</summary>
    public static ExistingDirectorySettings ExistingDirectory { get; } = new()
    {
        DomainControllerAddresses = Addresses("10.1.0.10", "10.1.1.10"),
        JoinSecretArn = Secret,
        SetupSecretArn = Secret,
    };

    public static DeploymentPlan TwoZones => Of(TwoZoneSettings);

    public static DeploymentPlan ThreeZones => Of(ThreeZoneSettings);

    /// <summary>Three zones with every optional part, in another region.</summary>
    public static DeploymentPlan InRegion(string region) => Of(MovedTo(region, ThreeZoneSettings));

    private static StackSettings MovedTo(string region, StackSettings settings) => settings with
    {
        Region = region,
        NativeRegion = region,
        Network = settings.Network with { Zones = [.. "abc".Select(letter => $"{region}{letter}")] },
        ClientAccess = settings.ClientAccess with
        {
            CertificateSecretArn = MovedTo(region, Secret),
            CertificatePasswordSecretArn = MovedTo(region, Secret),
            ApplicationLoadBalancer = new() { CertificateArn = MovedTo(region, Certificate) },
        },
        MailFlow = new()
        {
            SmartHost = new() { Host = "smtp.example.com", CredentialsSecretArn = MovedTo(region, Secret) },
        },
    };

    private static string MovedTo(string region, string arn) => arn
        .Replace(Region, region, StringComparison.Ordinal)
        .Replace("arn:aws:", region.Split('-') switch
        {
            ["cn", ..] => "arn:aws-cn:",
            ["us", "gov", ..] => "arn:aws-us-gov:",
            _ => "arn:aws:",
        }, StringComparison.Ordinal);

    public static DeploymentPlan Of(StackSettings settings) => DeploymentPlan.From("test", settings);

    /// <summary>Two zones, changed.</summary>
    public static DeploymentPlan With(Func<StackSettings, StackSettings> change) =>
        Of(change(TwoZoneSettings));

    /// <summary>Three zones, changed.</summary>
    public static DeploymentPlan ThreeZonesWith(Func<StackSettings, StackSettings> change) =>
        Of(change(ThreeZoneSettings));

    public static DeploymentPlan WithNetwork(Func<NetworkSettings, NetworkSettings> change) =>
        With(settings => settings with { Network = change(settings.Network) });

    public static DeploymentPlan WithDirectory(Func<DirectorySettings, DirectorySettings> change) =>
        With(settings => settings with { Directory = change(settings.Directory) });

    public static DeploymentPlan WithGateway(Func<GatewaySettings, GatewaySettings> change) =>
        With(settings => settings with { Gateway = change(settings.Gateway) });

    public static DeploymentPlan WithMailbox(Func<MailboxSettings, MailboxSettings> change) =>
        With(settings => settings with { Mailbox = change(settings.Mailbox) });

    public static DeploymentPlan WithClientAccess(Func<ClientAccessSettings, ClientAccessSettings> change) =>
        With(settings => settings with { ClientAccess = change(settings.ClientAccess) });

    public static DeploymentPlan WithHostAddresses(params (string Host, string Address)[] addresses) =>
        WithNetwork(network => network with { HostAddresses = HostAddresses(addresses) });

    public static IReadOnlyDictionary<string, IPAddress> HostAddresses(
        params (string Host, string Address)[] addresses) =>
        addresses.ToDictionary(entry => entry.Host, entry => IPAddress.Parse(entry.Address));

    public static IReadOnlyList<IPNetwork> Blocks(params string[] blocks) =>
        [.. blocks.Select(IPNetwork.Parse)];

    public static IReadOnlyList<IPAddress> Addresses(params string[] addresses) =>
        [.. addresses.Select(IPAddress.Parse)];
}
