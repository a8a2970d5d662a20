using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Disks, partitions and volumes.</summary>
public sealed class DiskHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-Disk", call => Disks(call).All
            .Where(disk => !call.Has("Number") || call.Texts("Number").Contains($"{disk.Number}"))
            .Select(Show)),
        Changes("Set-Disk", SetDisk),
        Changes("Initialize-Disk", Initialize),
        Reads("Get-Partition", call => Disks(call).All
            .Where(disk => disk.HasPartition)
            .Where(disk => !call.Has("DiskNumber") || call.Texts("DiskNumber").Contains($"{disk.Number}"))
            .Where(disk => !call.Has("DriveLetter") || disk == Disks(call).Find(call.Text("DriveLetter")[0]))
            .Select(ShowPartition)),
        Changes("New-Partition", NewPartition),
        Changes("Format-Volume", Format),
        Reads("Get-Volume", call => Disks(call).All
            .Where(disk => disk.DriveLetter is not null)
            .Where(disk => !call.Has("DriveLetter") || disk == Disks(call).Find(call.Text("DriveLetter")[0]))
            .Select(ShowVolume)),
    ];

    private static SimulatedDisks Disks(Call call) => call.Windows.Area<SimulatedDisks>();

    private static PSObject Show(SimulatedDisk disk) => Record.Of(
        ("Number", disk.Number), ("SerialNumber", disk.SerialNumber), ("PartitionStyle", disk.PartitionStyle),
        ("IsOffline", disk.IsOffline), ("IsReadOnly", disk.IsReadOnly), ("Size", disk.Size));

    private static PSObject ShowPartition(SimulatedDisk disk) => Record.Of(
        ("DiskNumber", disk.Number), ("PartitionNumber", 2), ("DriveLetter", disk.DriveLetter),
        ("Type", disk.PartitionType), ("Size", disk.PartitionSize));

    private static PSObject ShowVolume(SimulatedDisk disk) => Record.Of(
        ("DriveLetter", disk.DriveLetter), ("FileSystem", disk.FileSystem), ("FileSystemLabel", disk.Label),
        ("AllocationUnitSize", disk.AllocationUnitSize));

    // Documented sets take -IsOffline with piped disks only.
    private static void SetDisk(Call call)
    {
        foreach (var item in call.Piped)
        {
            var number = LanguagePrimitives.ConvertTo<int>(
                PSObject.AsPSObject(item).Properties["Number"].Value);
            var disk = Disks(call).Get(number);
            disk.IsOffline = call.Has("IsOffline") ? call.Flag("IsOffline") : disk.IsOffline;
            disk.IsReadOnly = call.Has("IsReadOnly") ? call.Flag("IsReadOnly") : disk.IsReadOnly;
        }
    }

    private static void Initialize(Call call)
    {
        var disk = Disks(call).Get(call.Number("Number"));
        if (disk.IsOffline || disk.IsReadOnly || disk.PartitionStyle != "RAW")
        {
            throw new CommandException(disk switch
            {
                { IsOffline: true } => "The disk is offline.",
                { IsReadOnly: true } => "The media is write protected.",
                _ => "The disk has already been initialized.",
            });
        }

        disk.PartitionStyle = call.Text("PartitionStyle", "GPT");
    }

    private static PSObject NewPartition(Call call)
    {
        var disk = Disks(call).Get(call.Number("DiskNumber"));
        var letter = call.TextOrNull("DriveLetter") is { Length: 1 } text ? text[0] : (char?)null;
        if (disk.PartitionStyle == "RAW" || disk.HasPartition
            || (letter is { } used && Disks(call).Find(used) is not null))
        {
            throw new CommandException(disk.PartitionStyle == "RAW"
                ? "The disk has not been initialized."
                : "Not enough available capacity, or the requested access path is already in use.");
        }

        (disk.HasPartition, disk.DriveLetter, disk.PartitionSize) = (true, letter, disk.LargestPartition);
        return ShowPartition(disk);
    }

    private static PSObject Format(Call call)
    {
        var letter = call.Text("DriveLetter");
        var disk = (letter.Length == 1 ? Disks(call).Find(letter[0]) : null)
            ?? throw new CommandException(
                $"No MSFT_Volume objects found with property 'DriveLetter' equal to '{letter}'.");
        disk.Formats++;
        disk.FileSystem = call.Text("FileSystem", "NTFS");
        disk.HasIntegrityStreams = disk.FileSystem == "ReFS"
            && (!call.Has("SetIntegrityStreams") || call.Flag("SetIntegrityStreams"));
        disk.Label = call.Text("NewFileSystemLabel");
        disk.AllocationUnitSize = call.Number("AllocationUnitSize", 4096);
        call.Windows.Files.CreateFolder($"{letter}:\\");
        return ShowVolume(disk);
    }
}
