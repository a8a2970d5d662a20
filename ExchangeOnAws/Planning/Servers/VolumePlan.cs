using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>A data volume of a server.</summary>
/// <param name="Host">The server's name.</param>
/// <param name="Name">What it holds, in one word.</param>
/// <param name="DeviceName">The name under which EC2 attaches it.</param>
/// <param name="DriveLetter">The letter Windows gives it.</param>
/// <param name="Settings">Type and size.</param>
/// <param name="FileSystem">Its file system.</param>
/// <param name="AllocationUnitBytes">Its allocation unit.</param>
public sealed record VolumePlan(
    string Host, string Name, string DeviceName, char DriveLetter,
    VolumeSettings Settings, FileSystem FileSystem, int AllocationUnitBytes)
{
    // The default of NTFS; the directory's database pages are 8 KB.
    private const int NtfsAllocationUnit = 4096;

    // Microsoft, "Exchange storage configuration options" (2021): 64 KB for databases and logs.
    private const int ExchangeAllocationUnit = 65536;

    /// <summary>The volumes of a member: one for databases, one for their logs.</summary>
    internal static IEnumerable<VolumePlan> OfMember(HostPlan host, MailboxSettings mailbox) =>
    [
        new(host.Name, "database", "xvdf", MailboxPaths.DatabaseDrive, mailbox.DatabaseVolume,
            mailbox.FileSystem, ExchangeAllocationUnit),
        new(host.Name, "log", "xvdg", MailboxPaths.LogDrive, mailbox.LogVolume, mailbox.FileSystem,
            ExchangeAllocationUnit),
    ];

    /// <summary>The volume of a domain controller for database, logs and SYSVOL, which need NTFS.</summary>
    internal static VolumePlan OfDomainController(HostPlan host, DirectorySettings directory) => new(
        host.Name, "directory", "xvdf", 'D', new VolumeSettings { SizeGiB = directory.DataVolumeGiB },
        FileSystem.Ntfs, NtfsAllocationUnit);
}
