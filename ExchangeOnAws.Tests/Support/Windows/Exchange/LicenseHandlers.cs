using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The product key of an Exchange server, and whether its store has started since.</summary>
public sealed class SimulatedLicense
{
    /// <summary>Set on a machine whose license a test is about.</summary>
    public string ServerName { get; set; } = "";

    public string Key { get; set; } = "";

    public bool IsInForce { get; set; }
}

public sealed class LicenseHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-ExchangeServer", GetServer) with { When = IsUsed },
        Changes("Set-ExchangeServer", SetKey) with { When = IsUsed },
        Changes("Restart-Service", call =>
        {
            call.Windows.Services.Get("MSExchangeIS");
            License(call).IsInForce = License(call).Key.Length > 0;
        }) with
        {
            When = call => IsUsed(call) && call.Text("Name") == "MSExchangeIS",
        },
    ];

    private static SimulatedLicense License(Call call) => call.Windows.Area<SimulatedLicense>();

    private static bool IsUsed(Call call) => License(call).ServerName.Length > 0;

    private static PSObject GetServer(Call call)
    {
        ExchangeShellHandlers.Demand(call);
        return call.Text("Identity").Equals(License(call).ServerName, StringComparison.OrdinalIgnoreCase)
            ? Record.Of(
                ("Name", License(call).ServerName), ("Edition", "StandardEvaluation"),
                ("IsExchangeTrialEdition", License(call).Key.Length == 0))
            : throw new CommandException($"The operation couldn't be performed because object "
                + $"'{call.Text("Identity")}' couldn't be found.");
    }

    private static void SetKey(Call call)
    {
        ExchangeShellHandlers.Demand(call);
        var key = call.Text("ProductKey");
        License(call).Key = key.StartsWith("WRONG", StringComparison.Ordinal)
            ? throw CommandException.Terminating($"The product key '{key}' is invalid.")
            : key;
    }
}
