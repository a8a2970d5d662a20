using System.Net;

namespace ExchangeOnAws.Settings;

/// <summary>
/// Active Directory: a new forest with a domain controller per zone, or an existing domain.
/// </summary>
public sealed record DirectorySettings
{
    [Setting("DNS name of the Active Directory domain, of any depth. It cannot be changed later.",
        IsRequired = true, Example = "corp.example.com", Form = SettingForm.DnsName)]
    public string DomainName { get; init; } = "";

    [Setting("NetBIOS name of the domain, at most 15 characters.",
        DerivedDefault = "the first label of domainName in capitals", Form = SettingForm.HostName)]
    public string? NetBiosName { get; init; }

    [Setting("Name of the account that administers the domain, at most 20 characters.",
        Form = SettingForm.HostName)]
    public string AdministratorName { get; init; } = "StackAdmin";

    [Setting("Active Directory site that holds all subnets of the deployment.",
        DerivedDefault = "the region's name")]
    public string? SiteName { get; init; }

    [Setting("Host name prefix of the domain controllers; zone letter and number follow.",
        Form = SettingForm.HostName)]
    public string NamePrefix { get; init; } = "DC";

    [Setting("Instance type of the domain controllers.", Form = SettingForm.InstanceType)]
    public string InstanceType { get; init; } = "m6i.xlarge";

    [Setting("Windows Server of the domain controllers. "
        + "2025 needs the update of November 2025 before Exchange extends the schema.")]
    public WindowsVersion WindowsVersion { get; init; } = WindowsVersion.V2022;

    [Setting("Amazon Machine Image of the domain controllers, to pin one.",
        DerivedDefault = "the newest image at first creation, then kept", Form = SettingForm.AmiId)]
    public string? AmiId { get; init; }

    [Setting("Name of the account that joins servers to the domain, at most 20 characters.",
        Form = SettingForm.HostName)]
    public string JoinAccountName { get; init; } = "svc-join";

    [Setting("Name of the account that installs Exchange, at most 20 characters.",
        Form = SettingForm.HostName)]
    public string SetupAccountName { get; init; } = "svc-exchange-setup";

    [Setting("Organizational unit at the domain's root for the servers' computer accounts. "
        + "A new forest gets it; in an existing domain it must be there, "
        + "with the right to join for the account of joinSecretArn.")]
    public string OrganizationalUnit { get; init; } = "Exchange on AWS";

    [Setting("Size of the system volume in GiB.", Minimum = 50, Maximum = 16384)]
    public int RootVolumeGiB { get; init; } = 60;

    [Setting("Size of the volume for directory database, logs and SYSVOL, in GiB.", Minimum = 10,
        Maximum = 16384)]
    public int DataVolumeGiB { get; init; } = 40;

    [Setting("An existing domain to join, in place of a new forest.", DerivedDefault = "a new forest")]
    public ExistingDirectorySettings? Existing { get; init; }
}

/// <summary>An Active Directory domain that exists already and is reachable from the VPC.</summary>
public sealed record ExistingDirectorySettings
{
    [Setting("Addresses of domain controllers that answer DNS and hold a global catalogue, two at least.",
        IsRequired = true, Example = "[10.1.0.10, 10.1.1.10]", Minimum = 2, Maximum = 4,
        RangeReason = "one is a single point of failure, and DHCP options name four at most")]
    public IReadOnlyList<IPAddress> DomainControllerAddresses { get; init; } = [];

    [Setting("Secrets Manager ARN of the account that may join computers (JSON: username, password).",
        IsRequired = true, Example = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:join-AbCdEf",
        Form = SettingForm.SecretArn)]
    public string JoinSecretArn { get; init; } = "";

    [Setting("Secrets Manager ARN of the account that prepares the directory and installs Exchange (JSON: "
        + "username, password).",
        IsRequired = true, Example = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:setup-AbCdEf",
        Form = SettingForm.SecretArn)]
    public string SetupSecretArn { get; init; } = "";

    [Setting("Networks that hold the forest's domain controllers, all of which Exchange talks to.",
        DerivedDefault = "the addresses of domainControllerAddresses", Example = "[10.1.0.0/16]",
        Minimum = 1, Maximum = 20)]
    public IReadOnlyList<IPNetwork>? DomainControllerCidrs { get; init; }

    [Setting("Security group that the domain controllers admit, attached to every domain member.",
        Example = "sg-0a1b2c3d4e5f67890", Form = SettingForm.SecurityGroupId)]
    public string? MemberSecurityGroupId { get; init; }
}
