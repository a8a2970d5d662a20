using System.Text.Json.Serialization;

namespace ExchangeOnAws.Settings;

/// <summary>The Exchange Server version that is installed.</summary>
public enum ExchangeVersion
{
    /// <summary>Subscription Edition, the only version in support (November 2026).</summary>
    [JsonStringEnumMemberName("SE")]
    SubscriptionEdition,

    /// <summary>Exchange Server 2019 CU15, out of support since 14 October 2025.</summary>
    [JsonStringEnumMemberName("2019")]
    V2019,
}

/// <summary>What breaks the tie between zones.</summary>
public enum Witness
{
    /// <summary>A file share on a small server of its own; members in the first two zones.</summary>
    FileShare,

    /// <summary>
    /// One more full DAG member in place of a witness server, so that the number of members is odd.
    /// </summary>
    FullNode,
}

/// <summary>The file system of database and log volumes.</summary>
public enum FileSystem
{
    [JsonStringEnumMemberName("refs")]
    ReFS,

    [JsonStringEnumMemberName("ntfs")]
    Ntfs,
}

/// <summary>The mailbox cluster: one database availability group (DAG) over the zones.</summary>
public sealed record MailboxSettings
{
    [Setting("Exchange Server version. 2019 is out of support and gives a warning.")]
    public ExchangeVersion Version { get; init; } = ExchangeVersion.SubscriptionEdition;

    [Setting("Windows Server of members, witness and Edge servers.")]
    public WindowsVersion WindowsVersion { get; init; } = WindowsVersion.V2022;

    [Setting("What breaks a tie between zones: a witness server (fileShare), in the third zone where there "
        + "are three, or one more DAG member instead (fullNode).")]
    public Witness Witness { get; init; } = Witness.FileShare;

    [Setting("Mailbox members in every zone that holds members.", Minimum = 1, Maximum = 8,
        RangeReason = "a DAG has at most 16 members")]
    public int NodesPerZone { get; init; } = 1;

    [Setting("Mailbox databases, spread over the members; every member has one at least.", Minimum = 1,
        Maximum = 100, RangeReason = "a server mounts at most 100")]
    public int Databases { get; init; } = 4;

    [Setting("Copies of every database, the active one included.", Minimum = 1, Maximum = 16,
        DerivedDefault = "one in every zone that holds members")]
    public int? Copies { get; init; }

    [Setting("Host name prefix of the members; zone letter and number follow.", Form = SettingForm.HostName)]
    public string NamePrefix { get; init; } = "EX";

    [Setting("Host name of the witness server.", Form = SettingForm.HostName)]
    public string WitnessName { get; init; } = "WITNESS";

    [Setting("Name of the database availability group, unique in the forest, at most 15 characters.",
        Form = SettingForm.HostName)]
    public string DagName { get; init; } = "DAG1";

    [Setting("Exchange organisation that is created: letters, digits, spaces and hyphens, at most 64. It "
        + "cannot be changed later.")]
    public string OrganizationName { get; init; } = "Exchange";

    [Setting("Instance type of the members. Microsoft recommends 128 GiB of memory.",
        Form = SettingForm.InstanceType)]
    public string InstanceType { get; init; } = "r6i.4xlarge";

    [Setting("Instance type of the witness server.", Form = SettingForm.InstanceType)]
    public string WitnessInstanceType { get; init; } = "t3.medium";

    [Setting("Amazon Machine Image of members and witness, to pin one.",
        DerivedDefault = "the newest image at first creation, then kept", Form = SettingForm.AmiId)]
    public string? AmiId { get; init; }

    [Setting("Size of the system volume in GiB.", Minimum = 100, Maximum = 16384,
        RangeReason = "Windows, Exchange, its logs and the page file need that much")]
    public int RootVolumeGiB { get; init; } = 150;

    [Setting("The volume for databases, one per member.")]
    public VolumeSettings DatabaseVolume { get; init; } = new();

    [Setting("The volume for transaction logs, one per member.")]
    public VolumeSettings LogVolume { get; init; } = new() { SizeGiB = 100 };

    [Setting("File system of the two volumes.")]
    public FileSystem FileSystem { get; init; } = FileSystem.ReFS;

    [Setting("Where the installation media comes from, and its hash.")]
    public MediaSettings Media { get; init; } = new();

    [Setting("Secrets Manager ARN of the product key.", DerivedDefault = "the evaluation edition",
        Form = SettingForm.SecretArn)]
    public string? ProductKeySecretArn { get; init; }

    [Setting("Members that are lost for good and whose new servers take their place, by host name: they are "
        + "taken out of the cluster, recovered from the directory, added and seeded again. Remove it when "
        + "they are back.", Maximum = 8, Example = "[EXB1]", Form = SettingForm.HostName)]
    public IReadOnlyList<string> Rebuild { get; init; } = [];

    [Setting("Install the members after the first at the same time instead of one after another.")]
    public bool InstallInParallel { get; init; } = true;
}

/// <summary>An EBS volume type that Windows servers use for data.</summary>
public enum VolumeType
{
    Gp3,
    Io2,
    St1,
}

/// <summary>Type and size of a data volume; always encrypted.</summary>
public sealed record VolumeSettings
{
    [Setting("EBS volume type: gp3, io2 or st1.")]
    public VolumeType Type { get; init; } = VolumeType.Gp3;

    [Setting("Size in GiB.", Minimum = 8, Maximum = 65536)]
    public int SizeGiB { get; init; } = 500;

    [Setting("Provisioned I/O operations per second; gp3 and io2.",
        DerivedDefault = "3000 for gp3; needed for io2", Minimum = 100, Maximum = 256000)]
    public int? Iops { get; init; }

    [Setting("Provisioned throughput in MiB/s; gp3 only.", DerivedDefault = "125 for gp3", Minimum = 125,
        Maximum = 2000)]
    public int? ThroughputMiBps { get; init; }
}

/// <summary>The Exchange installation media (ISO image).</summary>
public sealed record MediaSettings
{
    [Setting("An https:// or s3:// address of the ISO image.",
        DerivedDefault = "Microsoft's download of the version; for 2019, the stack's own bucket",
        Form = SettingForm.MediaAddress)]
    public string? Source { get; init; }

    [Setting("SHA-256 of the image, 64 hexadecimal digits; compared before anything runs from it.",
        DerivedDefault = "signature check only", Form = SettingForm.Sha256)]
    public string? Sha256 { get; init; }
}
