namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Values of registry keys.</summary>
public sealed class RegistryHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-ItemProperty", Get),
        Changes("Set-ItemProperty", call => Set(call)),
        Changes("New-ItemProperty", call => Set(call)),
    ];

    private static object Get(Call call)
    {
        var values = call.Windows.Registry.Keys.GetValueOrDefault(call.Path)
            ?? throw new CommandException($"Cannot find path '{call.Path}' because it does not exist.");
        var names = call.Has("Name") ? call.Texts("Name") : [.. values.Keys];
        var missing = names.Where(name => !values.ContainsKey(name)).ToArray();
        return missing.Length == 0
            ? Record.Of([.. names.Select(name => (name, values[name]))])
            : throw new CommandException(
                $"Property {string.Join(", ", missing)} does not exist at path {call.Path}.");
    }

    private static void Set(Call call)
    {
        var values = call.Windows.Registry.Keys.GetValueOrDefault(call.Path)
            ?? throw new CommandException($"Cannot find path '{call.Path}' because it does not exist.");
        values[call.Text("Name")] = call.Value("Value");
    }
}
