namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>
/// Which modules with AWS cmdlets the machine has: one for all services, or one for each.
/// </summary>
/// <remarks>
/// Windows Server 2025 images carry AWS.Tools, older ones AWSPowerShell (AWS, "Changes in Windows Server AMIs
/// by OS version", 2026). PowerShell would load what is there by itself; of what is not, it says only that a
/// cmdlet is not recognized. So a run that has not loaded the module is refused here in those words.
/// </remarks>
public sealed class SimulatedAwsModules
{
    public const string Whole = "AWSPowerShell";

    /// <summary>What is installed.</summary>
    public SortedSet<string> Installed { get; } = new(StringComparer.OrdinalIgnoreCase) { Whole };

    private readonly HashSet<(object Run, string Module)> _imported = [];

    /// <summary>Loads a module for one run of a script.</summary>
    public void Import(Call call, string module)
    {
        if (!Installed.Contains(module))
        {
            throw CommandException.Terminating(
                $"The specified module '{module}' was not loaded because no valid module file was found in "
                    + "any module directory.");
        }

        if (!call.Flag("Global"))
        {
            throw CommandException.Terminating(
                $"The bench: {module} without -Global is seen by the module that imports it and no other.");
        }

        _imported.Add((call.Bench, module));
    }

    /// <summary>Refuses a cmdlet of AWS whose module this run has not loaded.</summary>
    public void Demand(Bench bench, Cmdlet cmdlet)
    {
        if (cmdlet.Module.StartsWith("AWS.Tools.", StringComparison.Ordinal)
            && !_imported.Contains((bench, cmdlet.Module)) && !_imported.Contains((bench, Whole)))
        {
            throw CommandException.Terminating(
                $"The term '{cmdlet.Name}' is not recognized as the name of a cmdlet, function, script file, "
                    + "or operable program.");
        }
    }
}

/// <summary>Modules with AWS cmdlets.</summary>
public sealed class AwsModuleHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Pure("Get-Module", call => Of(call).Installed
            .Where(name => call.Flag("ListAvailable") && call.Texts("Name").Contains(name))
            .Select(name => Record.Of(("Name", name)))),
        Pure("Import-Module", Import) with
        {
            When = call => call.Text("Name").StartsWith("AWS", StringComparison.OrdinalIgnoreCase),
        },
    ];

    private static object? Import(Call call)
    {
        Of(call).Import(call, call.Text("Name"));
        return null;
    }

    private static SimulatedAwsModules Of(Call call) => call.Windows.Area<SimulatedAwsModules>();
}
