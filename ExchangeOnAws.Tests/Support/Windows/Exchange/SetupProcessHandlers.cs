using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Whether Exchange's setup runs.</summary>
public sealed class SetupProcessHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-Process", GetProcess) with { When = call => call.Texts("Name").Contains("ExSetup") },
    ];

    private static PSObject GetProcess(Call call)
    {
        var windows = call.Windows;
        var isRunning = windows.Now < windows.Area<SimulatedSetup>().RunsUntil
            || windows.Tasks.All.Values.Any(task => task.State == "Running"
                && task.Arguments.Contains("Setup.exe", StringComparison.OrdinalIgnoreCase));
        return isRunning
            ? Record.Of(("ProcessName", "ExSetup"), ("Id", 4711))
            : throw new CommandException("Cannot find a process with the name \"ExSetup\".");
    }
}
