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

    [Setting("Host name prefix of the gateway hosts.", Form = SettingForm.HostName)]
    public string NamePrefix { get; init; } = "RDGW";

    [Setting("Instance type of the gateway hosts.", Form = SettingForm.InstanceType)]
    public string InstanceType { get; init; } = "t3.large";

    [Setting("Active Directory group whose members may use the gateway.")]
    public string UsersGroup { get; init; } = "RD Gateway Users";

    [Setting("Secrets Manager ARN of the gateway's certificate as PFX (binary secret).",
        DerivedDefault = "a self-signed certificate", Form = SettingForm.SecretArn)]
    public string? CertificateSecretArn { get; init; }

    [Setting("Secrets Manager ARN of the PFX file's password.", Form = SettingForm.SecretArn)]
    public string? CertificatePasswordSecretArn { get; init; }
}
