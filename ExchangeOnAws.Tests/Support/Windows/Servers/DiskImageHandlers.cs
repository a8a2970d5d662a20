using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>What is inside of ISO files, and which of them are mounted; a restart dismounts all.</summary>
public sealed class SimulatedDiskImages
{
    /// <summary>Contents by path inside the image, by the content of the ISO file.</summary>
    public Dictionary<string, Dictionary<string, string>> FilesByContent { get; } = [];

    /// <summary>Drive letters by path of the ISO file.</summary>
    public Dictionary<string, char> Mounted { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A volume gets its letter a moment after the mount has returned.</summary>
    public HashSet<string> WithoutLetter { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Images that were mounted, in order.</summary>
    public List<string> Mounts { get; } = [];

    /// <summary>The letter that the next image gets.</summary>
    public char FreeLetter { get; set; } = 'G';
}

/// <summary>Disk images: mounted for reading, with a drive letter after a moment.</summary>
public sealed class DiskImageHandlers : HandlerGroup
{
    private static readonly TimeSpan s_moment = TimeSpan.FromSeconds(3);

    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-DiskImage", call => Show(call, Existing(call))),
        Changes("Mount-DiskImage", Mount),
        Changes("Dismount-DiskImage", call => Dismount(call.Windows, Existing(call))),
        Reads("Get-Volume", ShowVolume) with { When = call => call.Has("DiskImage") },
        Changes("Remove-Item", Refuse) with
        {
            When = call => Images(call.Windows).Mounted.ContainsKey(call.Path),
        },
        Changes("Move-Item", Refuse) with
        {
            When = call => Images(call.Windows).Mounted.ContainsKey(call.Path)
                || Images(call.Windows).Mounted.ContainsKey(call.Text("Destination")),
        },
    ];

    private static SimulatedDiskImages Images(SimulatedWindows windows) =>
        windows.Area<SimulatedDiskImages>();

    private static string Existing(Call call)
    {
        var path = call.Text("ImagePath");
        return call.Windows.Files.IsFile(path)
            ? path
            : throw new CommandException("The system cannot find the file specified.");
    }

    private static PSObject Show(Call call, string path) => Record.Of(
        ("ImagePath", path), ("Attached", Images(call.Windows).Mounted.ContainsKey(path)));

    private static void Mount(Call call)
    {
        var (windows, path) = (call.Windows, Existing(call));
        var images = Images(windows);
        if (images.Mounted.ContainsKey(path))
        {
            throw new CommandException("The process cannot access the file: it is being used.");
        }

        if (!images.FilesByContent.TryGetValue(windows.Files.Read(path), out var files))
        {
            throw new CommandException("The disc image file is corrupted.");
        }

        var letter = images.FreeLetter++;
        images.Mounted[path] = letter;
        images.WithoutLetter.Add(path);
        images.Mounts.Add(path);
        windows.After(s_moment, () => images.WithoutLetter.Remove(path));
        windows.AtRestart(() => Dismount(windows, path));
        foreach (var (name, content) in files)
        {
            var inside = $@"{letter}:\{name}";
            windows.Files.CreateFolder(SimulatedFiles.Parent(inside));
            windows.Files.Write(inside, content);
        }
    }

    private static void Dismount(SimulatedWindows windows, string path)
    {
        if (Images(windows).Mounted.Remove(path, out var letter))
        {
            windows.Files.Remove($"{letter}:");
        }
    }

    private static object? ShowVolume(Call call)
    {
        var image = PSObject.AsPSObject(call.Value("DiskImage"));
        var path = $"{image.Properties["ImagePath"].Value}";
        var images = Images(call.Windows);
        if (!images.Mounted.TryGetValue(path, out var letter))
        {
            return null;
        }

        return Record.Of(
            ("DriveLetter", images.WithoutLetter.Contains(path) ? '\0' : letter), ("FileSystem", "UDF"));
    }

    private static void Refuse(Call call) => throw new CommandException(
        $"The process cannot access the file '{call.Path}' because it is being used by another process.");
}
