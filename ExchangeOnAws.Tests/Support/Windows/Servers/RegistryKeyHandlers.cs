namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Registry keys: their subkeys, and what happens to a key or value that is made again.</summary>
public sealed class RegistryKeyHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        On("HKLM:", Reads("Get-ChildItem", Children)),
        Changes("New-Item", call => Overwrite(call)) with
        {
            When = call => SimulatedRegistry.IsKey(call.Path) && Keys(call).ContainsKey(call.Path),
        },
        Changes("New-ItemProperty", Refuse) with
        {
            When = call => !call.Flag("Force")
                && call.Windows.Registry[call.Path, call.Text("Name")] is not null,
        },
    ];

    private static Dictionary<string, Dictionary<string, object?>> Keys(Call call) =>
        call.Windows.Registry.Keys;

    private static IEnumerable<object?> Children(Call call)
    {
        var folder = call.Path + "\\";
        var names = Keys(call).Keys
            .Where(key => key.StartsWith(folder, StringComparison.OrdinalIgnoreCase))
            .Select(key => key[folder.Length..].Split('\\')[0])
            .Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        return names.Length > 0 || Keys(call).ContainsKey(call.Path)
            ? names.Select(name => Record.Of(("PSChildName", name)))
            : throw new CommandException($"Cannot find path '{call.Path}' because it does not exist.");
    }

    // With -Force, the provider deletes the key with all that is in it and makes a new one.
    private static void Overwrite(Call call)
    {
        if (!call.Flag("Force"))
        {
            throw new CommandException("A key in this path already exists.");
        }

        foreach (var key in Keys(call).Keys.Where(key => SimulatedFiles.IsInside(key, call.Path)).ToArray())
        {
            Keys(call).Remove(key);
        }

        call.Windows.Registry.Create(call.Path);
    }

    private static void Refuse(Call call) => throw new CommandException("The property already exists.");
}
