using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class InitializeDataVolumeTests : ScriptSuite
{
    private const string VolumeId = "vol-0123456789abcdef0";

    protected override string Script => "Windows/Initialize-DataVolume";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["VolumeId"] = VolumeId,
        ["DriveLetter"] = "E",
        ["Label"] = "Databases",
        ["FileSystem"] = "ReFS",
        ["AllocationUnitBytes"] = "65536",
    };

    [Test]
    public void Volume_that_was_formatted_by_an_interrupted_run_keeps_its_file_system()
    {
        var windows = NewMachine();
        var disk = Formatted(windows);
        (disk.DriveLetter, disk.Label, disk.HasIntegrityStreams) = ('F', "", true);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(IsReached(windows), Is.True);
        Assert.That(disk.Formats, Is.Zero);
    }

    [TestCase("NTFS", 65536)]
    [TestCase("ReFS", 4096)]
    public void Other_file_system_is_named_and_left_alone(string fileSystem, int unit)
    {
        var windows = NewMachine();
        var disk = Formatted(windows);
        (disk.FileSystem, disk.AllocationUnitSize) = (fileSystem, unit);

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failure, Does.Contain(
            $"{VolumeId} (E:) is formatted as {fileSystem} with units of {unit} bytes"));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Partition_of_another_system_is_left_alone()
    {
        var windows = NewMachine();
        var disk = Formatted(windows);
        (disk.PartitionType, disk.FileSystem, disk.DriveLetter) = ("Unknown", "", null);

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain($"{VolumeId} has other partitions"));
        Assert.That(disk.Formats, Is.Zero);
    }

    [Test]
    public void Volume_that_is_not_attached_is_named_with_the_disks_that_are()
    {
        var windows = new SimulatedWindows();
        windows.Area<SimulatedDisks>().Attach("vol-0aaaaaaaaaaaaaaaa");

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failure, Does.Contain($"Waited 600 s for the disk of {VolumeId}")
            .And.Contain("vol0aaaaaaaaaaaaaaaa_00000001").And.Contain("attached to this instance"));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Letter_of_another_volume_is_not_taken()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDisks>().Attach("vol-0bbbbbbbbbbbbbbbb").DriveLetter = 'E';

        Assert.That(RunOn(windows).Once().Failure, Does.Contain("E: is taken by"));
    }

    [Test]
    public void Disk_in_the_old_partition_style_is_left_alone()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDisks>().All[^1].PartitionStyle = "MBR";

        Assert.That(RunOn(windows).Once().Failure, Does.Contain($"{VolumeId} is partitioned as MBR"));
    }

    [Test]
    public void Partition_grows_with_its_volume()
    {
        var windows = NewMachine();
        var disk = Formatted(windows);
        disk.VolumeSize = 200UL << 30;

        var result = Sized(windows, 200).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(disk.PartitionSize, Is.EqualTo(disk.LargestPartition).And.GreaterThan(199UL << 30));
        Assert.That(disk.Formats, Is.Zero);
        Assert.That(Sized(windows, 200).ToEnd().Changes, Is.Empty);
    }

    [Test]
    public void New_volume_of_the_size_is_formatted_once()
    {
        var windows = NewMachine();

        var result = Sized(windows, 100).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(IsReached(windows), Is.True);
        Assert.That(result.Changes.Select(change => change.Name), Has.None.EqualTo("Resize-Partition"));
    }

    /// <summary>Windows saw the size, but the partition was not extended.</summary>
    [Test]
    public void Disk_that_has_grown_already_is_enough_to_grow()
    {
        var windows = NewMachine();
        var disk = Formatted(windows);
        (disk.VolumeSize, disk.Size) = (200UL << 30, 200UL << 30);

        Assert.That(Sized(windows, 150).ToEnd().ExitCode, Is.Zero);
        Assert.That(disk.PartitionSize, Is.EqualTo(disk.LargestPartition));
    }

    [TestCase(0)]
    [TestCase(50)]
    public void Size_that_is_not_given_or_smaller_changes_nothing(int size)
    {
        var windows = NewMachine();
        var disk = Formatted(windows);
        disk.VolumeSize += size == 0 ? 100UL << 30 : 0;

        var result = Sized(windows, size).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Volume_that_has_not_grown_is_named()
    {
        var windows = NewMachine();
        Formatted(windows);

        Assert.That(Sized(windows, 200).Once().Failure, Does.Contain(
            $"Waited 600 s for the disk of {VolumeId}; last answer: it has 100 GiB and 200 are wanted."));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        var disks = windows.Area<SimulatedDisks>();
        disks.Attach("vol-0123456789abcdef1").IsOffline = false;
        disks.Attach(VolumeId).IsReadOnly = true;
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) => windows.Area<SimulatedDisks>().Find('E') is
    {
        SerialNumber: "vol0123456789abcdef0_00000001.", IsOffline: false, IsReadOnly: false,
        PartitionStyle: "GPT", FileSystem: "ReFS", AllocationUnitSize: 65536, Label: "Databases",
        HasIntegrityStreams: false, Formats: < 2,
    };

    private static SimulatedDisk Formatted(SimulatedWindows windows)
    {
        var disk = windows.Area<SimulatedDisks>().All[^1];
        (disk.IsOffline, disk.IsReadOnly, disk.PartitionStyle, disk.HasPartition) =
            (false, false, "GPT", true);
        (disk.DriveLetter, disk.FileSystem, disk.AllocationUnitSize, disk.Label) =
            ('E', "ReFS", 65536, "Databases");
        disk.PartitionSize = disk.LargestPartition;
        return disk;
    }

    private ScriptRun Sized(SimulatedWindows windows, int size) => ScriptRun.Of(
        Library, Script, windows, new Dictionary<string, string>(Parameters) { ["SizeGiB"] = $"{size}" });
}
