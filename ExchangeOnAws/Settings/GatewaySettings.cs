using System.Net;

namespace ExchangeOnAws.Settings;

/// <summary>RD Gateway hosts, an Auto Scaling group over the public subnets.</summary>
public sealed record GatewaySettings
{
    [Setting("RD Gateway hosts; 0 leaves Systems Manager Session Manager as the way in.",
        Minimum = 0, Maximum = 4)]
    public int Hosts { get; init; } = 2;

    [Setting("Networks administrators connect from. Needed when hosts is not 0.",
        Example = "[203.0.113.0/24]")]
    public IReadOnlyList<IPNetwork> AllowedCidrs { get; init; } = [];

    [Setting("Host name prefix of the gateway hosts, at most 6 characters; "
        + "a hyphen and part of the instance id follow.", Form = SettingForm.HostName)]
    public string NamePrefix { get; init; } = "RDGW";

    [Setting("Windows Server of the gateway hosts.")]
    public WindowsVersion WindowsVersion { get; init; } = WindowsVersion.V2022;

    [Setting("Amazon Machine Image of the gateway hosts, to pin one.",
        DerivedDefault = "the newest image at first creation, then kept", Form = SettingForm.AmiId)]
    public string? AmiId { get; init; }

    [Setting("Size of the system volume in GiB.", Minimum = 50, Maximum = 16384)]
    public int RootVolumeGiB { get; init; } = 60;

    [Setting("Instance type of the gateway hosts.", Form = SettingForm.InstanceType)]
    public string InstanceType { get; init; } = "t3.large";

    [Setting("Active Directory group whose members may use the gateway. A new forest gets it, empty; in an "
        + "existing domain it must be there.")]
    public string UsersGroup { get; init; } = "RD Gateway Users";

    [Setting("Host name that administrators type for the gateway; a self-signed certificate is made for it.",
        DerivedDefault = "rdgw. and directory.domainName", Form = SettingForm.DnsName)]
    public string? DnsName { get; init; }

    [Setting("Secrets Manager ARN of the gateway's certificate as PFX (binary secret).",
        DerivedDefault = "a self-signed certificate", Form = SettingForm.SecretArn)]
    public string? CertificateSecretArn { get; init; }

    [Setting("Secrets Manager ARN of the PFX file's password.", Form = SettingForm.SecretArn)]
    public string? CertificatePasswordSecretArn { get; init; }
}
