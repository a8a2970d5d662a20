using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The snap-in, and what all Exchange cmdlets have in common.</summary>
public sealed class ExchangeShellHandlers : HandlerGroup
{
    public const string Snapin = "Microsoft.Exchange.Management.PowerShell.SnapIn";

    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-PSSnapin", call => Area(call).Shell == call.Bench
            ? new[] { "Microsoft.PowerShell.Core", Area(call).SnapinName }
                .Select(name => Record.Of(("Name", name)))
            : [Record.Of(("Name", "Microsoft.PowerShell.Core"))]),
        Reads("Add-PSSnapin", AddSnapin),
        Reads("Get-ExchangeServer", call => Exchange(call).Servers
            .Where(server => SimulatedExchange.IsSame(server, call.Text("Identity", server)))
            .Select(server => Record.Of(("Name", server)))) with
        {
            When = call => Area(call).Servers.Count > 0,
        },
    ];

    /// <summary>Without the snap-in, or outside the module that added it, there is no such cmdlet.</summary>
    public static void Demand(Call call)
    {
        var isLoaded = Area(call).Shell == call.Bench;
        if (!isLoaded || (Area(call).ShellModule is { } module && module != call.Module))
        {
            throw CommandException.Terminating(
                $"The term '{call.Name}' is not recognized as the name of a cmdlet.");
        }
    }

    /// <summary>The organisation, for a process that has the snap-in.</summary>
    public static SimulatedExchange Exchange(Call call)
    {
        Demand(call);
        var exchange = Area(call);
        return call.Windows.Now >= exchange.ReadyAt
            ? exchange
            : throw new CommandException("No Active Directory server could be contacted.");
    }

    /// <summary>There is nobody to answer a prompt.</summary>
    public static void Prompt(Call call)
    {
        if (!call.Has("Confirm") || call.Flag("Confirm"))
        {
            throw CommandException.Terminating(
                "Windows PowerShell is in NonInteractive mode. "
                    + "Read and Prompt functionality is not available.");
        }
    }

    /// <summary>The server that the script runs on.</summary>
    public static string Here(Call call) => call.Windows.Area<SimulatedComputer>().Name;

    /// <summary>The identity of a configuration object: its text is its path, its Name is its name.</summary>
    public static PSObject Identity(string name) => Record.Of(("Name", name));

    private static SimulatedExchange Area(Call call) => call.Windows.Area<SimulatedExchange>();

    private static object? AddSnapin(Call call)
    {
        if (!call.Texts("Name").Contains(Area(call).SnapinName))
        {
            throw new CommandException($"No snap-ins have been registered: {call.Text("Name")}.");
        }

        if (Area(call).Shell == call.Bench)
        {
            throw new CommandException(
                $"Cannot add Windows PowerShell snap-in {Snapin} because it is already added.");
        }

        // The cmdlets go to the session state of the caller, which is a module's own in its functions.
        (Area(call).Shell, Area(call).ShellModule) = (call.Bench, call.Module);
        return null;
    }
}
