using System.IO.Enumeration;
using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Items of the file system, the registry and the environment.</summary>
public sealed class ItemHandlers : HandlerGroup
{
    private const string EnvironmentDrive = "Env:";

    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Test-Path", Exists),
        Reads("Get-Item", GetItem),
        Reads("Get-ChildItem", GetChildItem),
        Reads("Get-Content", GetContent),
        Changes("New-Item", NewItem),
        Changes("Set-Content", call => call.Windows.Files.Write(call.Path, Lines(call))),
        Changes("Add-Content", call => call.Windows.Files.Write(call.Path, Before(call) + Lines(call))),
        Changes("Remove-Item", Remove),
        Changes("Move-Item", Move),
    ];

    private static object Exists(Call call)
    {
        var (files, registry) = (call.Windows.Files, call.Windows.Registry);
        return call.Text("PathType") switch
        {
            _ when SimulatedRegistry.IsKey(call.Path) => registry.Keys.ContainsKey(call.Path),
            "Leaf" => files.IsFile(call.Path),
            "Container" => files.IsFolder(call.Path),
            _ => files.Exists(call.Path),
        };
    }

    private static object GetItem(Call call)
    {
        var path = call.Path;
        if (path.StartsWith(EnvironmentDrive, StringComparison.OrdinalIgnoreCase))
        {
            var name = path[EnvironmentDrive.Length..];
            return call.Windows.Environment.TryGetValue(name, out var value)
                ? Record.Of(("Name", name), ("Value", value))
                : throw NotFound(path);
        }

        return Exists(call) is true ? Item(call.Windows, path) : throw NotFound(path);
    }

    private static IEnumerable<object?> GetChildItem(Call call)
    {
        var pattern = call.Text("Filter", "*");
        return call.Windows.Files.Paths
            .Where(path => SimulatedFiles.Parent(path).Equals(call.Path, StringComparison.OrdinalIgnoreCase))
            .Where(path => FileSystemName.MatchesSimpleExpression(pattern, SimulatedFiles.Leaf(path)))
            .Select(path => Item(call.Windows, path));
    }

    private static PSObject Item(SimulatedWindows windows, string path) => Record.Of(
        ("FullName", path),
        ("Name", SimulatedFiles.Leaf(path)),
        ("PSIsContainer", windows.Files.IsFolder(path)),
        ("Length", windows.Files.IsFile(path) ? windows.Files.Read(path).Length : 0));

    private static object GetContent(Call call)
    {
        var content = call.Windows.Files.Read(call.Path);
        return call.Flag("Raw") ? content : content.TrimEnd('\n').Split('\n');
    }

    private static object NewItem(Call call)
    {
        var path = call.Has("Name") ? $"{call.Path}\\{call.Text("Name")}" : call.Path;
        if (SimulatedRegistry.IsKey(path))
        {
            call.Windows.Registry.Create(path);
        }
        else if (call.Text("ItemType") == "Directory")
        {
            call.Windows.Files.CreateFolder(path);
        }
        else
        {
            call.Windows.Files.Write(path, call.Text("Value"));
        }

        return Record.Of(("FullName", path));
    }

    private static void Remove(Call call)
    {
        if (!call.Windows.Files.Exists(call.Path))
        {
            throw NotFound(call.Path);
        }

        call.Windows.Files.Remove(call.Path);
    }

    private static void Move(Call call)
    {
        var destination = call.Text("Destination");
        if (call.Windows.Files.Exists(destination) && !call.Flag("Force"))
        {
            throw new CommandException("Cannot create a file when that file already exists.");
        }

        call.Windows.Files.Move(call.Path, destination);
    }

    private static string Before(Call call) =>
        call.Windows.Files.IsFile(call.Path) ? call.Windows.Files.Read(call.Path) : "";

    private static string Lines(Call call) =>
        string.Join("\n", call.Texts("Value")) + (call.Flag("NoNewline") ? "" : "\n");

    private static CommandException NotFound(string path) =>
        new($"Cannot find path '{path}' because it does not exist.");
}
