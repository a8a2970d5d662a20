using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>What can be changed of a volume that is there: letter, label, size, integrity streams.</summary>
public sealed class VolumeHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Update-HostStorageCache", call =>
        {
            call.Windows.Area<SimulatedDisks>().All.ForEach(disk => disk.Size = disk.VolumeSize);
            return null;
        }),
        Reads("Get-PartitionSupportedSize", call => Find(call, call.Text("DriveLetter")) is var disk
            ? Record.Of(("SizeMin", disk.PartitionSize), ("SizeMax", disk.LargestPartition))
            : null),
        Changes("Resize-Partition", Resize),
        Changes("Set-Partition", SetLetter),
        Changes("Set-Volume", call =>
        {
            Find(call, call.Text("DriveLetter")).Label = call.Text("NewFileSystemLabel");
        }),
        Reads("Get-FileIntegrity", call =>
            Record.Of(
                ("Enabled", Find(call, call.Text("FileName")).HasIntegrityStreams), ("Enforced", false))),
        Changes("Set-FileIntegrity", call =>
        {
            Find(call, call.Text("FileName")).HasIntegrityStreams = call.Flag("Enable");
        }),
    ];

    private static SimulatedDisk Find(Call call, string path) =>
        call.Windows.Area<SimulatedDisks>().Find(path[0]) ?? throw new CommandException(
            $"No MSFT_Volume objects found with property 'DriveLetter' equal to '{path[0]}'.");

    private static void Resize(Call call)
    {
        var disk = Find(call, call.Text("DriveLetter"));
        var size = LanguagePrimitives.ConvertTo<ulong>(call.Value("Size"));
        disk.PartitionSize = size > disk.PartitionSize && size <= disk.LargestPartition
            ? size
            : throw new CommandException("Size Not Supported");
    }

    private static void SetLetter(Call call)
    {
        var disks = call.Windows.Area<SimulatedDisks>();
        var letter = call.Text("NewDriveLetter")[0];
        foreach (var item in call.Piped)
        {
            if (disks.Find(letter) is not null)
            {
                throw new CommandException("The requested access path is already in use.");
            }

            var number = LanguagePrimitives.ConvertTo<int>(
                PSObject.AsPSObject(item).Properties["DiskNumber"].Value);
            disks.Get(number).DriveLetter = letter;
        }
    }
}
