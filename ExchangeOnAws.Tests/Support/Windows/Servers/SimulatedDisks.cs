namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A disk with at most one data partition, which is how the program lays out volumes.</summary>
public sealed record SimulatedDisk(int Number, string SerialNumber)
{
    public bool IsOffline { get; set; } = true;

    /// <summary>Disks of a new instance can come read-only as well as offline.</summary>
    public bool IsReadOnly { get; set; }

    public string PartitionStyle { get; set; } = "RAW";

    public bool HasPartition { get; set; }

    /// <summary>Basic, or what another system made of it.</summary>
    public string PartitionType { get; set; } = "Basic";

    public char? DriveLetter { get; set; }

    public string FileSystem { get; set; } = "";

    public string Label { get; set; } = "";

    public int AllocationUnitSize { get; set; }

    /// <summary>ReFS: checksums of file data, which Exchange does not want.</summary>
    public bool HasIntegrityStreams { get; set; }

    /// <summary>Bytes that the EBS volume has.</summary>
    public ulong VolumeSize { get; set; } = 100UL << 30;

    /// <summary>Bytes that Windows knows of: it sees a volume that grew when it looks again.</summary>
    public ulong Size { get; set; } = 100UL << 30;

    public ulong PartitionSize { get; set; }

    /// <summary>What the reserved partition and the tables leave of the disk.</summary>
    public ulong LargestPartition => Size - (18UL << 20);

    /// <summary>How often the volume was formatted.</summary>
    public int Formats { get; set; }
}

/// <summary>
/// The disks of the machine. On Nitro instances the serial number holds the volume id without its hyphen.
/// </summary>
public sealed class SimulatedDisks
{
    public List<SimulatedDisk> All { get; } = [];

    /// <summary>Attaches an empty EBS volume.</summary>
    public SimulatedDisk Attach(string volumeId)
    {
        var disk = new SimulatedDisk(
            All.Count + 1, volumeId.Replace("-", "", StringComparison.Ordinal) + "_00000001.");
        All.Add(disk);
        return disk;
    }

    public SimulatedDisk Get(int number) => All.FirstOrDefault(disk => disk.Number == number)
        ?? throw new CommandException(
            $"No MSFT_Disk objects found with property 'Number' equal to '{number}'.");

    public SimulatedDisk? Find(char letter) =>
        All.FirstOrDefault(disk => disk.DriveLetter is { } own
            && char.ToUpperInvariant(own) == char.ToUpperInvariant(letter));
}
